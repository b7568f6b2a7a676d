import type { ApiRejection } from '@humuus/api'
import type { Rejection } from '@humuus/workshop-engine'

/**
 * Why the server said no, also about accounts; `null` when it did not get to say anything (no network, a proxy's error page).
 * Takes any error, because hooks and clients type theirs differently.
 */
export function refusalOf(error: unknown): ApiRejection | null {
  const rejection = (error as { data?: { rejection?: ApiRejection } | null } | null | undefined)?.data?.rejection
  return typeof rejection?.code === 'string' ? rejection : null
}

/** The same for what is never refused on account of an account: such a code would read as one that is not known yet. */
export const rejectionOf = (error: unknown): Rejection | null => refusalOf(error) as Rejection | null
