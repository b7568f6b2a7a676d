import { isTRPCClientError } from '@trpc/client';
/** Why the server refused, from an error of `client.trpc`; `null` where it gave no reason, as when the connection broke. */
export function rejectionOf(error) {
    return isTRPCClientError(error) ? (error.data?.rejection ?? null) : null;
}
/** Reasons that judge the moment and not the wish: asking again may well be answered differently. */
const passing = new Set(['unavailable', 'slow_down', 'server_error']);
export const isPassing = (rejection) => passing.has(rejection.code);
//# sourceMappingURL=rejection-of.js.map