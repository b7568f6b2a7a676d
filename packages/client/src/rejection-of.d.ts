import type { Rejection } from '@humuus/workshop-engine';
/** Why the server refused, from an error of `client.trpc`; `null` where it gave no reason, as when the connection broke. */
export declare function rejectionOf(error: unknown): Rejection | null;
export declare const isPassing: (rejection: Rejection) => boolean;
