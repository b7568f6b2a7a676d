import { parse } from '@fastify/cookie'

/** Holds the token where scripts cannot read it. */
export const cookieName = 'humuus_token'

/** The token in a raw `Cookie` header. */
export function readCookie(header: string | undefined): string | undefined {
  return header === undefined ? undefined : parse(header)[cookieName]
}
