import type { Rejection } from '@humuus/workshop-engine'

/**
 * Why the server said no; `null` when it did not get to say anything (no network, a proxy's error page). Takes any error,
 * because hooks and clients type theirs differently.
 */
export function rejectionOf(error: unknown): Rejection | null {
  const rejection = (error as { data?: { rejection?: Rejection } | null } | null | undefined)?.data?.rejection
  return typeof rejection?.code === 'string' ? rejection : null
}
