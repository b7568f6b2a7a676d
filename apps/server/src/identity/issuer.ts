import type { IssuedToken, User } from '@humuus/api'
import type { AccountStore, SignInMethod, SignInStore } from '@humuus/db'
import type { TokenKeys } from './tokens.ts'

/** Makes the tokens of sign-ins. */
export interface Issuer {
  /** Begins a sign-in, and gives its first token. */
  begin(signIn: { userId: string; deviceId: string; method: SignInMethod }): Promise<IssuedToken>
  /** A token with this number; what it says of the person is as of now. */
  again(user: Omit<User, 'formerIds'>): Promise<IssuedToken>
  /** How long tokens are good, in ms. */
  readonly lifeMs: number
}

interface Needs {
  readonly keys: TokenKeys
  readonly accounts: Pick<AccountStore, 'formerIds'>
  readonly signIns: Pick<SignInStore, 'begin'>
  readonly tokenDays: number
  readonly now: () => number
}

export function tokenIssuer({ keys, accounts, signIns, tokenDays, now }: Needs): Issuer {
  const lifeMs = tokenDays * 86_400_000

  const again: Issuer['again'] = async (user) => {
    const token = await keys.issue({ ...user, formerIds: await accounts.formerIds(user.id) })
    return { userId: user.id, token, expiresAt: user.expiresAt }
  }
  return {
    lifeMs,
    again,
    begin: async ({ userId, deviceId, method }) => {
      const expiresAt = now() + lifeMs
      const { signInId } = await signIns.begin({ userId, deviceId, method, now: now(), expiresAt })
      return again({ id: userId, deviceId, signInId, generation: 1, expiresAt })
    },
  }
}
