/** Holds the token where scripts cannot read it. */
export const cookieName = 'humuus_token'

/** Reads a raw `Cookie` header. */
export type CookieParser = (header: string) => Record<string, string | undefined>
