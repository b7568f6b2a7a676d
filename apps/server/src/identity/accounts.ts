import { type Accounts, type InstallationRole, refusal, type User } from '@humuus/api'
import type { AccountRecord } from '@humuus/db'
import { cleanName, type Refused } from '@humuus/workshop-engine'
import { z } from 'zod'
import { emailAddress } from './email-address.ts'
import type { IdentityNeeds } from './needs.ts'
import { isRegistered, mayHost, meOf } from './standing.ts'

const hourMs = 3_600_000

/** How long links in mails are good. */
const life = { confirm_email: 48 * hourMs, reset_password: 2 * hourMs } as const

const Address = z.object({ email: z.string() })
const InvitedAs = z.object({ role: z.enum(['member', 'host', 'admin']) })

interface AccountNeeds extends IdentityNeeds {
  /** Everything that is kept about somebody, under any of their ids. */
  readonly dataOf: (account: AccountRecord, ids: readonly string[]) => Promise<unknown>
  /** Takes their name out of every session they were in under this id; done again, it does what was left. */
  readonly forget: (userId: string) => Promise<{ readonly ok: true } | Refused>
}

/** What somebody does with their own account. */
export function accountsPort(needs: AccountNeeds): Accounts & { removeById(userId: string): Promise<void> } {
  const { accounts, devices, identities, installation, keys, limits, links, passwords, post, now } = needs

  async function own(user: User): Promise<AccountRecord> {
    const account = await accounts.get(user.id)
    if (account === null || account.removedAt !== null) throw refusal('account_gone')
    return account
  }

  /** Their password once more, where they have one: whoever finds an open page cannot take the account away. */
  async function confirmed(user: User, password: string | null): Promise<AccountRecord> {
    const account = await own(user)
    if (account.passwordHash === null) return account
    await limits.check('wrongPasswordsByDevice', user.deviceId)
    if (password !== null && (await passwords.isRight(password, account.passwordHash))) return account
    await limits.take('wrongPasswordsByDevice', user.deviceId)
    throw refusal('wrong_password')
  }

  async function used(key: string, purpose: string, address: string) {
    await limits.check('wrongKeysByAddress', address)
    const opened = await keys.use(key, purpose, now())
    if (opened !== null) return opened
    await limits.take('wrongKeysByAddress', address)
    throw refusal('key_worthless')
  }

  async function mayMail(email: string, address: string): Promise<void> {
    await limits.take('mailsByAddress', address)
    await limits.take('mailsByRecipient', email)
  }

  /** Asks whoever owns an address whether it is theirs; whether somebody has it already, only they learn. */
  async function askOwner(userId: string, email: string, language: 'de' | 'en'): Promise<void> {
    const isTaken = (await accounts.byEmail(email)) !== null
    await keys.discard(userId, 'confirm_email')
    const lifeMs = life.confirm_email
    const key = await keys.make({ purpose: 'confirm_email', userId, details: { email }, now: now(), lifeMs })
    // The key of an address that is taken is never sent: it is there so that the page looks the same.
    if (!isTaken) return post.send({ to: email, language, kind: 'confirm_email', link: links.confirmEmail(key) })
    const kind = 'already_registered'
    await post.send({ to: email, language, kind, signInLink: links.signIn(), resetLink: links.forgotten() })
  }

  /** Everybody else who has this account open has to sign in anew. */
  async function signOutOthers(userId: string, mine: { deviceId: string; signInId: string } | null): Promise<void> {
    await devices.revokeOthers({ userId, deviceId: mine?.deviceId ?? null, now: now() })
    await needs.signIns.endAll({ userId, exceptSignInId: mine?.signInId ?? null }, now())
    await needs.revoked()
  }

  async function judged(password: string, about: readonly string[]): Promise<void> {
    await limits.take('newPasswordsByAll', 'all')
    needs.judge(password, about)
  }

  /** False if somebody else has the address. Links that went to the one before open nothing any more. */
  async function setEmail(userId: string, email: string, confirmedAt: number | null): Promise<boolean> {
    if (!(await accounts.setEmail(userId, email, confirmedAt))) return false
    await keys.discard(userId, 'reset_password')
    return true
  }

  async function setPassword(account: AccountRecord, password: string): Promise<void> {
    await judged(password, [account.email ?? '', account.name ?? ''])
    await accounts.setPassword(account.id, await passwords.hash(password))
    await keys.discard(account.id, 'reset_password')
    // Whoever had the password before may have asked for another address, whose link would give them the account again.
    if (account.email !== null) await keys.discard(account.id, 'confirm_email')
  }

  async function tellPasswordChanged({ email, language }: AccountRecord): Promise<void> {
    if (email === null) return
    await post.send({ to: email, language: tongue(language), kind: 'password_changed', resetLink: links.forgotten() })
  }

  async function removeById(userId: string): Promise<void> {
    const account = await accounts.get(userId)
    if (account === null) throw refusal('account_gone')
    if (account.role === 'admin' && (await accounts.countAdmins()) === 1) throw refusal('last_admin')
    const ids = [userId, ...(await accounts.formerIds(userId))]
    for (const id of ids) {
      const forgotten = await needs.forget(id)
      if (!forgotten.ok) throw refusal(forgotten.rejection.code)
    }
    await accounts.remove(userId, now())
    await signOutOthers(userId, null)
  }

  return {
    removeById,

    profile: async (user) => {
      const account = await own(user)
      const providers = await identities.list(user.id)
      const pending = Address.safeParse((await keys.newest(user.id, 'confirm_email', now()))?.details)
      return {
        ...meOf(account, account.email !== null || providers.length > 0, installation.hosting),
        email: account.email,
        isEmailConfirmed: account.emailConfirmedAt !== null,
        pendingEmail: pending.success ? pending.data.email : null,
        hasPassword: account.passwordHash !== null,
        providers: providers.map(({ issuer }) => issuer),
        createdAt: account.createdAt,
      }
    },

    update: async (user, { name, ...rest }) => {
      await own(user)
      if (name === undefined) return accounts.update(user.id, rest)
      const cleaned = cleanName(name)
      if (!cleaned.ok) throw refusal(cleaned.rejection.code, cleaned.rejection.params)
      await accounts.update(user.id, { ...rest, name: cleaned.name })
    },

    register: async (user, { email: typed, password, language }, address) => {
      const email = emailAddress(typed)
      const account = await own(user)
      if (account.email !== null) throw refusal('has_email')
      await judged(password, [email, account.name ?? ''])
      await mayMail(email, address)
      const passwordHash = await passwords.hash(password)
      if (!installation.checksEmail && !(await setEmail(user.id, email, null))) throw refusal('email_taken')
      await accounts.setPassword(user.id, passwordHash)
      await accounts.update(user.id, { language })
      if (!installation.checksEmail) return { status: 'registered' }
      await askOwner(user.id, email, language)
      return { status: 'check_mail' }
    },

    confirmEmail: async (key, address) => {
      const { userId, details } = await used(key, 'confirm_email', address)
      const { email } = Address.parse(details)
      const account = userId === null ? null : await accounts.get(userId)
      if (account === null || account.removedAt !== null) throw refusal('key_worthless')
      if (!(await setEmail(account.id, email, now()))) throw refusal('email_taken')
      const { email: before, language } = account
      if (before !== null && before !== email)
        await post.send({ to: before, language: tongue(language), kind: 'email_changed', newEmail: email })
      return { email }
    },

    forgotPassword: async ({ email: typed, language }, address) => {
      const email = emailAddress(typed)
      await mayMail(email, address)
      const account = await accounts.byEmail(email)
      // Known or not: a key is made and a mail is sent, so that neither the answer nor its time tells.
      const key = await keys.make({
        purpose: account === null ? 'nothing' : 'reset_password',
        userId: account?.id ?? null,
        details: {},
        now: now(),
        lifeMs: life.reset_password,
      })
      if (account === null) await post.send({ to: email, language, kind: 'no_account', signInLink: links.signIn() })
      else await post.send({ to: email, language, kind: 'reset_password', link: links.resetPassword(key) })
    },

    resetPassword: async ({ key, password }, address) => {
      await limits.check('wrongKeysByAddress', address)
      const opens = await keys.look(key, 'reset_password', now())
      const account = opens?.userId ? await accounts.get(opens.userId) : null
      // A password that is refused does not use up the link.
      if (account !== null) await judged(password, [account.email ?? '', account.name ?? ''])
      await used(key, 'reset_password', address)
      if (account === null || account.removedAt !== null) throw refusal('key_worthless')
      await setPassword(account, password)
      await signOutOthers(account.id, null)
      await tellPasswordChanged(account)
    },

    changePassword: async (user, { current, password }) => {
      const account = await confirmed(user, current)
      await setPassword(account, password)
      await signOutOthers(user.id, user)
      await tellPasswordChanged(account)
    },

    changeEmail: async (user, { email: typed, password, language }, address) => {
      const email = emailAddress(typed)
      const account = await confirmed(user, password)
      await mayMail(email, address)
      if (installation.checksEmail) {
        await askOwner(user.id, email, language)
        return { status: 'check_mail' }
      }
      if (!(await setEmail(user.id, email, null))) throw refusal('email_taken')
      if (account.email !== null && account.email !== email)
        await post.send({ to: account.email, language, kind: 'email_changed', newEmail: email })
      return { status: 'changed' }
    },

    devices: async (user) => {
      const all = await devices.list(user.id)
      return all.map(({ id, ...device }) => ({ deviceId: id, ...device, isThisOne: id === user.deviceId }))
    },

    signOutDevice: async (user, deviceId) => {
      await devices.revoke({ deviceId, userId: user.id, now: now() })
      await needs.signIns.endAll({ userId: user.id, deviceId }, now())
      await needs.revoked()
    },

    export: async (user) => {
      await limits.take('exportsByAccount', user.id)
      return needs.dataOf(await own(user), [user.id, ...user.formerIds])
    },

    remove: async (user, password) => {
      await confirmed(user, password)
      await removeById(user.id)
    },

    acceptInvitation: async (user, key, address) => {
      const account = await own(user)
      const { role } = InvitedAs.parse((await used(key, 'invitation', address)).details)
      if (weight[role] > weight[account.role]) await accounts.setRole(user.id, role)
      return { role }
    },

    becomeAdmin: async (user, key, address) => {
      await own(user)
      await used(key, 'admin', address)
      await accounts.setRole(user.id, 'admin')
    },

    standing: async (userId) => {
      const account = await accounts.get(userId)
      if (account === null || account.removedAt !== null) throw refusal('account_gone')
      const registered = await isRegistered(account, identities)
      return { mayHost: mayHost(installation.hosting, account, registered), isAdmin: account.role === 'admin' }
    },
  }
}

const weight: Readonly<Record<InstallationRole, number>> = { member: 0, host: 1, admin: 2 }

/** The language of mails to somebody; English where they never said. */
const tongue = (language: string | null): 'de' | 'en' => (language === 'de' ? 'de' : 'en')
