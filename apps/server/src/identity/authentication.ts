import type { Authentication, TokenTrouble } from '@humuus/api'
import type { Revocations } from './revocations.ts'
import type { TokenKeys } from './tokens.ts'

interface Needs {
  readonly keys: TokenKeys
  readonly revocations: Pick<Revocations, 'isRevoked'>
  /** A token was refused; told without anything about the person. */
  readonly onTrouble: (trouble: TokenTrouble, requestId: string) => void
}

/** Says who asks, from a cookie and a bearer token, without asking the database. */
export type Authenticate = (tokens: {
  cookie: string | undefined
  bearer: string | undefined
  /** Which request asks, for the log. */
  requestId: string
}) => Promise<Authentication>

const nobody: Authentication = { user: null, rejection: null }

export function authenticator({ keys, revocations, onTrouble }: Needs): Authenticate {
  const one = async (token: string, requestId: string): Promise<Authentication> => {
    const verified = await keys.verify(token)
    const isOver = verified.ok && revocations.isRevoked(verified.user.signInId, verified.user.generation)
    if (verified.ok && !isOver) return { user: verified.user, rejection: null }
    onTrouble(verified.ok ? 'over' : verified.trouble, requestId)
    return { user: null, rejection: { code: 'signed_out' } }
  }

  return async ({ cookie, bearer, requestId }) => {
    if (!bearer) return cookie ? one(cookie, requestId) : nobody
    const asked = await one(bearer, requestId)
    const beside = cookie && asked.user !== null ? await one(cookie, requestId) : nobody
    // Two people in one request: nobody can say whose wish it is.
    if (beside.user === null || beside.user.id === asked.user?.id) return asked
    onTrouble('two_identities', requestId)
    return { user: null, rejection: { code: 'two_identities' } }
  }
}
