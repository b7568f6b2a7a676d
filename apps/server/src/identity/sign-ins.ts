import { createHash } from 'node:crypto'
import { type DeviceProof, type EmailSignIn, refusal, type SignIns, type User } from '@humuus/api'
import type { AccountRecord, DeviceProof as StoredProof } from '@humuus/db'
import { emailAddress } from './email-address.ts'
import type { IdentityNeeds } from './needs.ts'
import { isRegistered, meOf } from './standing.ts'
import { taker } from './take-along.ts'

/** Signing in with a device or an address, and out again. */
export function signIns(needs: IdentityNeeds): Omit<SignIns, 'provider'> {
  const { accounts, devices, identities, issuer, limits, passwords, installation, now } = needs
  const settle = taker(needs)

  const storedProof = ({ deviceId, secret, label }: DeviceProof): StoredProof => ({
    deviceId,
    secretHash: sha256(secret),
    label,
    now: now(),
  })

  /** Guessing is slow for strangers, and does not lock out whoever has signed in with this device before. */
  async function checked(
    { email, password }: EmailSignIn,
    proof: StoredProof,
    address: string,
  ): Promise<AccountRecord> {
    const account = await accounts.byEmail(email)
    const device = await devices.recognise(proof)
    const isKnown = account !== null && device !== null && device !== 'unknown' && device.userId === account.id
    const limit = isKnown ? 'wrongPasswordsByDevice' : 'wrongPasswordsByAccount'
    const key = isKnown ? proof.deviceId : email
    await limits.check('wrongPasswordsByAddress', address)
    await limits.check(limit, key)
    const isRight = await passwords.isRight(password, account?.passwordHash ?? null)
    if (account !== null && isRight) {
      // Of many guesses at once those beyond the limit learn nothing either, not even that one was right.
      await limits.check('wrongPasswordsByAddress', address)
      await limits.check(limit, key)
      return account
    }
    await limits.take('wrongPasswordsByAddress', address)
    await limits.take(limit, key)
    throw refusal('wrong_password')
  }

  /** What is to become of the device's own history; `null` once that is settled. */
  async function history(proof: StoredProof, into: AccountRecord, takeAlong: boolean | null) {
    const known = await devices.recognise(proof)
    // The device was signed out: whoever has the password comes with a new one.
    if (known === null) throw refusal('not_allowed')
    if (known === 'unknown' || known.userId === into.id) return null
    return settle(known.userId, into.id, takeAlong)
  }

  return {
    device: async (proof, address) => {
      const account = await devices.signIn(storedProof(proof), () => limits.take('newDevicesByAddress', address))
      if (account === null) throw refusal('not_allowed')
      const { userId, created } = account
      return issuer.begin({ userId, deviceId: proof.deviceId, method: 'device' }, { isNew: created })
    },

    email: async (typed, address) => {
      const input = { ...typed, email: emailAddress(typed.email) }
      const proof = storedProof(input.device)
      const account = await checked(input, proof, address)
      const unsettled = await history(proof, account, input.takeAlong)
      if (unsettled !== null) return { status: 'ask', ...unsettled }
      await devices.give(proof, account.id)
      // Tokens that this device had before are worth nothing any more.
      await needs.signIns.endAll({ userId: account.id, deviceId: proof.deviceId }, now())
      await needs.revoked()
      const issued = await issuer.begin({ userId: account.id, deviceId: proof.deviceId, method: 'email' })
      return { status: 'signed_in', ...issued }
    },

    renew: async (user) => {
      const renewal = await needs.signIns.renew(user, { now: now(), expiresAt: now() + issuer.lifeMs })
      if (!renewal.ok) {
        if (renewal.reason === 'reused') await needs.revoked()
        throw refusal('signed_out')
      }
      return issuer.again({ ...user, generation: renewal.generation, expiresAt: renewal.expiresAt })
    },

    arrived: async (user) => {
      const account = await accounts.get(user.id)
      if (account === null || account.removedAt !== null) throw refusal('account_gone')
      const [registered, changed] = await Promise.all([
        isRegistered(account, identities),
        hasChanged(user),
        needs.signIns.arrive(user, now()),
      ])
      const me = meOf(account, registered, installation.hosting)
      return { me, renewed: changed ? await issuer.again(user) : null }
    },

    signOut: async (user) => {
      await needs.signIns.end(user.signInId, now())
      const account = await accounts.get(user.id)
      // The secret of a device would sign in again by itself. A device without an account keeps it: it is all it has.
      if (account !== null && (await isRegistered(account, identities))) {
        await devices.revoke({ deviceId: user.deviceId, userId: user.id, now: now() })
        await needs.signIns.endAll({ userId: user.id, deviceId: user.deviceId }, now())
      }
      await needs.revoked()
    },
  }

  async function hasChanged({ id, formerIds }: User): Promise<boolean> {
    const ids = await accounts.formerIds(id)
    return ids.length !== formerIds.length || ids.some((former) => !formerIds.includes(former))
  }
}

const sha256 = (text: string): Uint8Array => new Uint8Array(createHash('sha256').update(text).digest())
