/**
 * Holds the token where scripts cannot read it. Where the connection is safe its prefix makes browsers insist: only from
 * this very host, only over HTTPS, for every path.
 */
export const cookieName = (protocol: 'http' | 'https'): string =>
  protocol === 'https' ? '__Host-humuus_token' : 'humuus_token'

/** Reads a raw `Cookie` header. */
export type CookieParser = (header: string) => Record<string, string | undefined>
