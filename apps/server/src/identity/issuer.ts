import type { IssuedToken, User } from '@humuus/api'
import type { AccountStore, SignInMethod, SignInStore } from '@humuus/db'
import type { TokenKeys } from './tokens.ts'

/** Makes the tokens of sign-ins. */
export interface Issuer {
  /** Begins a sign-in, and gives its first token. */
  begin(
    signIn: { userId: string; deviceId: string; method: SignInMethod },
    person?: { isNew: boolean },
  ): Promise<IssuedToken>
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

  const issued = async (user: User): Promise<IssuedToken> => {
    return { userId: user.id, token: await keys.issue(user), expiresAt: user.expiresAt }
  }
  return {
    lifeMs,
    again: async (user) => issued({ ...user, formerIds: await accounts.formerIds(user.id) }),
    begin: async ({ userId, deviceId, method }, person) => {
      const expiresAt = now() + lifeMs
      const { signInId } = await signIns.begin({ userId, deviceId, method, now: now(), expiresAt })
      const formerIds = person?.isNew ? [] : await accounts.formerIds(userId)
      return issued({ id: userId, deviceId, signInId, generation: 1, formerIds, expiresAt })
    },
  }
}
