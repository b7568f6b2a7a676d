import { refusal } from '@humuus/api'
import type { AccountHistory } from '@humuus/db'
import type { IdentityNeeds } from './needs.ts'
import { isRegistered } from './standing.ts'

/**
 * Decides what is to become of what somebody did with a device alone, now that they sign in to an account: they are asked
 * where there is anything (`null`: not asked yet). Resolves to what there is while that is open, and to `null` once it is settled.
 */
export type Taker = (fromId: string, intoId: string, takeAlong: boolean | null) => Promise<AccountHistory | null>

export function taker({ accounts, identities, signIns, revoked, now }: IdentityNeeds): Taker {
  return async (fromId, intoId, takeAlong) => {
    const before = await accounts.get(fromId)
    if (before !== null && (await isRegistered(before, identities))) throw refusal('has_email')
    const history = await accounts.history(fromId)
    const isEmpty = history.workshops + history.sessions === 0
    if (!isEmpty && takeAlong === null) return history
    // Whoever leaves it behind comes with another device: this one stays what it was.
    if (!isEmpty && takeAlong === false) throw refusal('not_allowed')
    await accounts.join(fromId, intoId)
    await signIns.endAll({ userId: fromId, exceptSignInId: null }, now())
    await revoked()
    return null
  }
}
