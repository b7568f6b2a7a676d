/**
 * Whether a browser's request comes from our own page: cookies are sent by any page's WebSocket, so the origin has to be ours.
 * Programs send no origin; they carry a token instead of a cookie.
 */
export function isOwnOrigin(origin: string | undefined, host: string | undefined): boolean {
  if (origin === undefined) return true
  try {
    return host !== undefined && new URL(origin).host === host
  } catch {
    return false
  }
}
