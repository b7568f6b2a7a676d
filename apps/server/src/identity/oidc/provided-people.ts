import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { type IssuedToken, type ProviderAnswer, refusal, type User } from '@humuus/api'
import type { AccountRecord, DeviceProof } from '@humuus/db'
import { cleanName } from '@humuus/workshop-engine'
import { z } from 'zod'
import { emailAddress } from '../email-address.ts'
import type { IdentityNeeds } from '../needs.ts'
import { isRegistered } from '../standing.ts'
import { taker } from '../take-along.ts'
import type { ProvidedPerson } from './provider.ts'

/** So long somebody may think about what they take along (ms). */
const askMs = 600_000

const purpose = 'oidc_ask'

const Asked = z.object({ from: z.string() })

/** Who uses the browser that came back. */
export interface Browser {
  readonly user: User | null
  readonly label: string | null
}

/** `ask`: the browser did things as a device alone, and the person says what is to become of them; `key` goes on with it. */
export type ProviderSignIn =
  | ({ readonly status: 'signed_in' } & IssuedToken)
  | { readonly status: 'ask'; readonly key: string; readonly workshops: number; readonly sessions: number }

/** People whom a provider knows, and their accounts here. */
export interface ProvidedPeople {
  /** Signs somebody in whom the provider has just introduced. */
  signIn(person: ProvidedPerson, browser: Browser): Promise<ProviderSignIn>
  /** The same, once they have said what they take along. */
  answer(answer: ProviderAnswer, user: User, address: string): Promise<IssuedToken>
}

export function providedPeople(needs: IdentityNeeds): ProvidedPeople {
  const { accounts, devices, identities, issuer, keys, limits, now } = needs
  const settle = taker(needs)

  async function begin(userId: string, deviceId: string): Promise<IssuedToken> {
    // Tokens that this device had before are worth nothing any more.
    await needs.signIns.endAll({ userId, deviceId }, now())
    await needs.revoked()
    return issuer.begin({ userId, deviceId, method: 'oidc' })
  }

  async function present(id: string): Promise<AccountRecord | null> {
    const account = await accounts.get(id)
    return account === null || account.removedAt !== null ? null : account
  }

  /** The account of this person; of one who comes for the first time, that with their address, if both sides have verified it. */
  async function known({ issuer, subject, email }: ProvidedPerson): Promise<AccountRecord | null> {
    const found = await identities.find({ issuer, subject })
    if (found !== null) return (await present(found.userId)) ?? gone()
    const address = email === null ? null : addressOrNull(email)
    const account = address === null ? null : await accounts.byEmail(address)
    if (account === null || account.emailConfirmedAt === null || account.removedAt !== null) return null
    const isAdded = await identities.add({ issuer, subject }, account.id)
    return isAdded ? account : null
  }

  async function named(account: AccountRecord, { name }: ProvidedPerson): Promise<void> {
    const cleaned = account.name === null && name !== null ? cleanName(name) : null
    if (cleaned?.ok) await accounts.update(account.id, { name: cleaned.name })
  }

  /** Who signs in for the first time: whoever this browser was becomes somebody with an account. */
  async function newcomer(person: ProvidedPerson, { user, label }: Browser): Promise<ProviderSignIn> {
    const proof = unspoken(label, now())
    const userId = user?.id ?? (await devices.signIn(proof))?.userId
    const account = userId === undefined ? null : await present(userId)
    if (account === null) return gone()
    if (await isRegistered(account, identities)) throw refusal('has_email')
    const { issuer, subject } = person
    // In another window they were faster.
    if (!(await identities.add({ issuer, subject }, account.id))) return signIn(person, { user, label })
    await named(account, person)
    return { status: 'signed_in', ...(await begin(account.id, user?.deviceId ?? proof.deviceId)) }
  }

  async function signIn(person: ProvidedPerson, browser: Browser): Promise<ProviderSignIn> {
    const isHere = browser.user !== null && (await present(browser.user.id)) !== null
    const user = isHere ? browser.user : null
    const account = await known(person)
    if (account === null) return newcomer(person, { ...browser, user })
    await named(account, person)
    if (user === null) {
      const proof = unspoken(browser.label, now())
      await devices.give(proof, account.id)
      return { status: 'signed_in', ...(await begin(account.id, proof.deviceId)) }
    }
    const history = user.id === account.id ? null : await settle(user.id, account.id, null)
    if (history === null) return { status: 'signed_in', ...(await begin(account.id, user.deviceId)) }
    const details = { from: user.id }
    const key = await keys.make({ purpose, userId: account.id, details, now: now(), lifeMs: askMs })
    return { status: 'ask', key, ...history }
  }

  async function worthless(address: string): Promise<never> {
    await limits.take('wrongKeysByAddress', address)
    throw refusal('key_worthless')
  }

  return {
    signIn,
    answer: async ({ key, takeAlong, device }, user, address) => {
      await limits.check('wrongKeysByAddress', address)
      const opens = await keys.look(key, purpose, now())
      const asked = Asked.safeParse(opens?.details)
      // The key alone is not enough: whoever is sent somebody else's would give their own history away.
      if (!opens?.userId || !asked.success || asked.data.from !== user.id) return worthless(address)
      const into = opens.userId
      const proof = { deviceId: device.deviceId, secretHash: sha256(device.secret), label: device.label, now: now() }
      const owner = await devices.recognise(proof)
      const isFree = owner === 'unknown' || owner?.userId === into
      const isTaken = owner !== 'unknown' && owner?.userId === user.id && takeAlong
      if (!isFree && !isTaken) throw refusal('not_allowed')
      if ((await keys.use(key, purpose, now())) === null) return worthless(address)
      if (takeAlong) await settle(user.id, into, true)
      await devices.give(proof, into)
      return begin(into, device.deviceId)
    },
  }
}

function gone(): never {
  throw refusal('account_gone')
}

/** A device for a browser that has none: nobody is told its secret, so that it is worth as much as the token alone. */
const unspoken = (label: string | null, now: number): DeviceProof => ({
  deviceId: randomUUID(),
  secretHash: sha256(randomBytes(32)),
  label,
  now,
})

const sha256 = (data: string | Uint8Array): Uint8Array => new Uint8Array(createHash('sha256').update(data).digest())

function addressOrNull(email: string): string | null {
  try {
    return emailAddress(email)
  } catch {
    return null
  }
}
