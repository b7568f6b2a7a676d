import type { AppRouter } from '@humuus/api'
import type { Rejection, RejectionCode } from '@humuus/workshop-engine'
import { isTRPCClientError } from '@trpc/client'

/** Why the server refused, from an error of `client.trpc`; `null` where it gave no reason, as when the connection broke. */
export function rejectionOf(error: unknown): Rejection | null {
  const rejection = isTRPCClientError<AppRouter>(error) ? error.data?.rejection : null
  // Refusals about accounts have codes of their own; what this client calls is never refused with one.
  return (rejection ?? null) as Rejection | null
}

/** Reasons that judge the moment and not the wish: asking again may well be answered differently. */
const passing: ReadonlySet<RejectionCode> = new Set(['unavailable', 'storage_full', 'slow_down', 'server_error'])

export const isPassing = (rejection: Rejection): boolean => passing.has(rejection.code)
