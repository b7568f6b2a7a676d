import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDevice, bearer, keyFor, mailsTo, newcomer, refusedBy, visitor } from '../testing/visitor.ts'
import { openWorld, type World } from '../testing/world.ts'

const password = 'four herons over the weir'
const language = 'en' as const

let open: World
let checking: World
beforeAll(async () => {
  open = await openWorld({ CONFIRM_EMAIL: 'no' })
  checking = await openWorld({ CONFIRM_EMAIL: 'yes', PUBLIC_URL: 'https://humuus.example' })
}, 60_000)
afterAll(async () => {
  await Promise.all([open, checking].map((world) => world[Symbol.asyncDispose]()))
})

/** Registered where nobody checks addresses. */
async function registered(email: string) {
  const person = await newcomer(open.server.url)
  expect(await person.trpc.account.register.mutate({ email, password, language })).toEqual({ status: 'registered' })
  return person
}

const signIn = (email: string, device = aDevice(), more: { password?: string; takeAlong?: boolean } = {}) =>
  visitor(open.server.url).auth.email.mutate({ email, password, device, delivery: 'bearer', ...more })

test('whoever registers keeps what they did, and finds it on another device', async () => {
  const ann = await registered('Ann@Example.org ')
  expect(await ann.trpc.account.get.query()).toMatchObject({
    userId: ann.userId,
    email: 'ann@example.org',
    isRegistered: true,
    hasPassword: true,
  })
  const there = await signIn('ANN@example.ORG')
  expect(there).toMatchObject({ status: 'signed_in', userId: ann.userId })
})

test('a device with a history is asked what is to become of it; then the person is the same in old sessions, too', async () => {
  const ann = await registered('history@example.org')
  const { code, sessionId } = await open.hosted()
  const phone = await open.person()
  await phone.join(code, 'Ann')

  const asked = await signIn('history@example.org', phone.device)
  expect(asked).toEqual({ status: 'ask', workshops: 0, sessions: 1 })
  expect(await refusedBy(signIn('history@example.org', phone.device, { takeAlong: false }))).toEqual({
    code: 'not_allowed',
  })
  expect((await visitor(open.server.url).auth.device.mutate({ ...phone.device, delivery: 'bearer' })).userId).toBe(
    phone.userId,
  )

  const joined = await signIn('history@example.org', phone.device, { takeAlong: true })
  if (joined.status !== 'signed_in') throw new Error(joined.status)
  expect(joined.userId).toBe(ann.userId)
  const trpc = bearer(open.server.url, joined.token)
  const known = await trpc.sessions.get.query({ sessionId })
  expect(known).toMatchObject({ userId: phone.userId, standing: { participant: expect.any(String) } })
  // The page that was open as the former person is told to come back as the new one.
  await expect.poll(() => refusedBy(phone.trpc.sessions.mine.query())).toEqual({ code: 'signed_out' })
})

test('what a device made goes to the account that it is joined to', async () => {
  const ann = await registered('library@example.org')
  const host = await open.hosted()
  const joined = await signIn('library@example.org', host.host.device, { takeAlong: true })
  if (joined.status !== 'signed_in') throw new Error(joined.status)
  const trpc = bearer(open.server.url, joined.token)
  expect((await trpc.workshops.list.query()).filter(({ mine }) => mine)).toHaveLength(1)
  expect((await trpc.sessions.mine.query()).map(({ sessionId }) => sessionId)).toEqual([host.sessionId])
  expect(await trpc.sessions.get.query({ sessionId: host.sessionId })).toMatchObject({
    standing: { role: 'facilitator' },
    screenKey: host.screenKey,
  })
  // A token from before learns it when its page opens.
  const { userId } = await ann.trpc.sessions.get.query({ sessionId: host.sessionId })
  expect(userId).toBe(ann.userId)
})

test('an account of its own is never swallowed by another one', async () => {
  const ann = await registered('one@example.org')
  await registered('two@example.org')
  expect(await refusedBy(signIn('two@example.org', ann.device))).toEqual({ code: 'has_email' })
})

test('a wrong password and an unknown address are the same', async () => {
  await registered('known@example.org')
  const answers = await Promise.all([
    refusedBy(signIn('known@example.org', aDevice(), { password: 'five herons over the weir' })),
    refusedBy(signIn('nobody@example.org', aDevice())),
  ])
  expect(answers).toEqual([{ code: 'wrong_password' }, { code: 'wrong_password' }])
})

test.each([
  ['short', { code: 'password_short', params: { min: 10 } }],
  ['x'.repeat(129), { code: 'password_long', params: { max: 128 } }],
  ['x'.repeat(1_000_000), { code: 'password_long', params: { max: 128 } }],
  ['password123', { code: 'password_weak' }],
  ['qwertyuiop', { code: 'password_weak' }],
  ['aaaaaaaaaaaaaaa', { code: 'password_weak' }],
  ['Weak.Person@example.org', { code: 'password_weak' }],
])('no account has a password that is short, long or soon guessed', async (weak, rejection) => {
  const person = await newcomer(open.server.url)
  const input = { email: 'weak.person@example.org', password: weak, language }
  expect(await refusedBy(person.trpc.account.register.mutate(input))).toEqual(rejection)
})

test('a password of more than a megabyte does not get in at all', async () => {
  const person = await newcomer(open.server.url)
  const input = { email: 'large@example.org', password: 'x'.repeat(1_100_000), language }
  expect(await refusedBy(person.trpc.account.register.mutate(input))).toEqual({ code: 'too_large' })
  expect(await refusedBy(signIn('large@example.org', aDevice(), { password: 'x'.repeat(1_000_000) }))).toEqual({
    code: 'password_long',
    params: { max: 128 },
  })
})

test.each([
  'ann',
  'ann@',
  '@example.org',
  'ann@example',
  'a nn@example.org',
  'аnn@example.org',
  `${'a'.repeat(300)}@b.de`,
])('nobody has the address %.40s', async (email) => {
  const person = await newcomer(open.server.url)
  expect(await refusedBy(person.trpc.account.register.mutate({ email, password, language }))).toEqual({
    code: 'email_invalid',
  })
})

test('an address whose domain only looks like another is another', async () => {
  const person = await newcomer(open.server.url)
  await person.trpc.account.register.mutate({ email: 'ann@ехample.org', password, language })
  expect((await person.trpc.account.get.query()).email).toBe('ann@xn--ample-ywe6i.org')
})

test('where nobody checks, an address that is taken is refused in words', async () => {
  await registered('taken@example.org')
  const person = await newcomer(open.server.url)
  const input = { email: 'taken@example.org', password, language }
  expect(await refusedBy(person.trpc.account.register.mutate(input))).toEqual({ code: 'email_taken' })
  expect(await person.trpc.account.get.query()).toMatchObject({ email: null, hasPassword: false })
})

test('where addresses are checked, a known and an unknown one look the same, and only its owner learns', async () => {
  const { url } = checking.server
  const [ann, bob] = [await newcomer(url), await newcomer(url)]
  const input = { email: 'owner@example.org', password, language }
  expect(await ann.trpc.account.register.mutate(input)).toEqual({ status: 'check_mail' })
  const key = await keyFor(checking.database, 'owner@example.org')
  expect(await visitor(url).account.confirmEmail.mutate({ key })).toEqual({ email: 'owner@example.org' })
  expect(await refusedBy(visitor(url).account.confirmEmail.mutate({ key }))).toEqual({ code: 'key_worthless' })
  expect(await ann.trpc.account.get.query()).toMatchObject({ email: 'owner@example.org', isEmailConfirmed: true })

  expect(await bob.trpc.account.register.mutate(input)).toEqual({ status: 'check_mail' })
  expect(await bob.trpc.account.get.query()).toMatchObject({ email: null, pendingEmail: 'owner@example.org' })
  const mails = await mailsTo(checking.database, 'owner@example.org')
  expect(mails).toHaveLength(2)
  expect(mails[1]?.text).not.toContain('/account/confirm#')
  expect(mails[1]?.text).toContain('https://humuus.example/sign-in')
})

test('an address is nobody’s before it is confirmed', async () => {
  const { url } = checking.server
  const ann = await newcomer(url)
  const input = { email: 'later@example.org', password }
  await ann.trpc.account.register.mutate({ ...input, language })
  const signInThere = () => visitor(url).auth.email.mutate({ ...input, device: aDevice(), delivery: 'bearer' })
  expect(await refusedBy(signInThere())).toEqual({ code: 'wrong_password' })
  await visitor(url).account.confirmEmail.mutate({ key: await keyFor(checking.database, 'later@example.org') })
  expect(await signInThere()).toMatchObject({ status: 'signed_in', userId: ann.userId })
})

test('a forgotten password: the same answer for everybody, a link that works once, and all devices are out', async () => {
  const { url } = open.server
  const ann = await registered('forgetful@example.org')
  for (const email of ['forgetful@example.org', 'stranger@example.org']) {
    expect(await visitor(url).account.forgotPassword.mutate({ email, language })).toEqual({ sent: true })
  }
  expect((await mailsTo(open.database, 'stranger@example.org'))[0]?.text).not.toContain('/account/reset#')
  const key = await keyFor(open.database, 'forgetful@example.org')
  const reset = (next: string) => visitor(url).account.resetPassword.mutate({ key, password: next })
  expect(await refusedBy(reset('forgetful1'))).toEqual({ code: 'password_weak' })
  await reset('nine otters under a bridge')
  expect(await refusedBy(reset('nine otters under a bridge'))).toEqual({ code: 'key_worthless' })
  expect(await refusedBy(signIn('forgetful@example.org'))).toEqual({ code: 'wrong_password' })
  await expect.poll(() => refusedBy(ann.trpc.account.get.query())).toEqual({ code: 'signed_out' })
  expect(await refusedBy(visitor(url).auth.device.mutate({ ...ann.device, delivery: 'bearer' }))).toEqual({
    code: 'not_allowed',
  })
  const again = await signIn('forgetful@example.org', aDevice(), { password: 'nine otters under a bridge' })
  expect(again).toMatchObject({ status: 'signed_in', userId: ann.userId })
})

test('another address takes the password, is told to the old one, and counts at once where nobody checks', async () => {
  const ann = await registered('before@example.org')
  const change = (by: string) =>
    ann.trpc.account.changeEmail.mutate({ email: 'after@example.org', password: by, language })
  expect(await refusedBy(change('wrong horse'))).toEqual({ code: 'wrong_password' })
  expect(await change(password)).toEqual({ status: 'changed' })
  expect(await signIn('after@example.org')).toMatchObject({ userId: ann.userId })
  expect(await refusedBy(signIn('before@example.org'))).toEqual({ code: 'wrong_password' })
  expect(await mailsTo(open.database, 'before@example.org')).toHaveLength(1)
})

test('signing in anew ends what this device was signed in with before', async () => {
  const ann = await registered('anew@example.org')
  const again = await signIn('anew@example.org', ann.device)
  if (again.status !== 'signed_in') throw new Error(again.status)
  expect(again.token).not.toBe(ann.token)
  expect(await refusedBy(ann.trpc.account.get.query())).toEqual({ code: 'signed_out' })
  expect(await refusedBy(bearer(open.server.url, again.token).account.get.query())).toBeNull()
})

test('a link for another address, asked for by whoever had the password before, is worth nothing after a new password', async () => {
  const { url } = checking.server
  const ann = await newcomer(url)
  await ann.trpc.account.register.mutate({ email: 'robbed@example.org', password, language })
  await visitor(url).account.confirmEmail.mutate({ key: await keyFor(checking.database, 'robbed@example.org') })
  await ann.trpc.account.changeEmail.mutate({ email: 'thief@example.org', password, language })
  const stolen = await keyFor(checking.database, 'thief@example.org')
  await visitor(url).account.forgotPassword.mutate({ email: 'robbed@example.org', language })
  const key = await keyFor(checking.database, 'robbed@example.org')
  await visitor(url).account.resetPassword.mutate({ key, password: 'nine otters under a bridge' })
  expect(await refusedBy(visitor(url).account.confirmEmail.mutate({ key: stolen }))).toEqual({ code: 'key_worthless' })
})

test('a link for a new password that went to the address before is worth nothing after another address', async () => {
  const ann = await registered('left@example.org')
  await visitor(open.server.url).account.forgotPassword.mutate({ email: 'left@example.org', language })
  const key = await keyFor(open.database, 'left@example.org')
  await ann.trpc.account.changeEmail.mutate({ email: 'moved@example.org', password, language })
  const reset = visitor(open.server.url).account.resetPassword.mutate({ key, password: 'nine otters under a bridge' })
  expect(await refusedBy(reset)).toEqual({ code: 'key_worthless' })
})
