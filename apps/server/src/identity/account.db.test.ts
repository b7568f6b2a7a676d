import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDevice, bearer, newcomer, refusedBy, visitor } from '../testing/visitor.ts'
import { file, openWorld, vote, type World } from '../testing/world.ts'

const password = 'four herons over the weir'
const language = 'en' as const

let world: World
beforeAll(async () => {
  world = await openWorld({ CONFIRM_EMAIL: 'yes', PUBLIC_URL: 'https://humuus.example' })
}, 60_000)
afterAll(async () => world[Symbol.asyncDispose]())

test('the same phone is the same person, in the next workshop, too', async () => {
  const first = await newcomer(world.server.url)
  const again = await newcomer(world.server.url, first.device)
  expect(again.userId).toBe(first.userId)
  const [one, other] = [await world.hosted(), await world.hosted()]
  const phone = await world.person({ device: first.device })
  await phone.join(one.code, 'Ann')
  await phone.join(other.code, 'Ann')
  for (const { sessionId } of [one, other]) {
    const { standing, userId } = await phone.trpc.sessions.get.query({ sessionId })
    expect([standing.participant, userId]).toEqual([expect.any(String), first.userId])
  }
})

test('a person has a name, a picture and a language', async () => {
  const { trpc, userId } = await newcomer(world.server.url)
  expect(await trpc.account.get.query()).toMatchObject({ userId, name: null, avatar: null, isRegistered: false })
  const changed = await trpc.account.update.mutate({ name: '  Ann   Lee ', avatar: 'seed-7', language: 'de' })
  expect(changed).toMatchObject({ name: 'Ann Lee', avatar: 'seed-7', language: 'de' })
  expect(await trpc.account.update.mutate({ avatar: null })).toMatchObject({ name: 'Ann Lee', avatar: null })
  expect(await trpc.auth.me.query()).toMatchObject({ name: 'Ann Lee', language: 'de' })
})

test.each([
  ['', 'name_empty'],
  ['a'.repeat(41), 'name_too_long'],
  ['Ann\u202e', 'name_characters'],
  ['Αnn with a Greek A', 'name_mixed_scripts'],
])('nobody is called %j', async (name, code) => {
  const { trpc } = await newcomer(world.server.url)
  expect(await refusedBy(trpc.account.update.mutate({ name }))).toMatchObject({ code })
})

test('devices are listed with what they are and when they were used, and signed out one by one', async () => {
  const ann = await newcomer(world.server.url)
  await ann.trpc.account.register.mutate({ email: 'devices@example.org', password, language })
  await world.database.db.prisma.user.update({ where: { id: ann.userId }, data: { email: 'devices@example.org' } })
  const device = aDevice()
  const agent = { 'user-agent': 'Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0' }
  const there = await visitor(world.server.url, agent).auth.email.mutate({
    email: 'devices@example.org',
    password,
    device,
    delivery: 'bearer',
  })
  if (there.status !== 'signed_in') throw new Error(there.status)
  const devices = await ann.trpc.account.devices.query()
  expect(devices.map(({ label, isThisOne }) => [label, isThisOne])).toEqual([
    ['Firefox, Android', false],
    [null, true],
  ])
  expect(devices[0]?.lastSeenAt).toBeGreaterThan(Date.now() - 60_000)
  await ann.trpc.account.signOutDevice.mutate({ deviceId: device.deviceId })
  await expect
    .poll(() => refusedBy(bearer(world.server.url, there.token).account.get.query()))
    .toEqual({
      code: 'signed_out',
    })
  expect(await ann.trpc.account.devices.query()).toHaveLength(1)
  // Somebody else's device is nobody's to sign out.
  const bob = await newcomer(world.server.url)
  await bob.trpc.account.signOutDevice.mutate({ deviceId: ann.device.deviceId })
  expect(await refusedBy(ann.trpc.account.get.query())).toBeNull()
})

test('everything that is kept about a person can be taken along, and nothing about others', async () => {
  const { code, sessionId, command } = await world.hosted()
  const [ann, bob] = [await world.person(), await world.person()]
  await ann.join(code, 'Ann')
  await bob.join(code, 'Bob')
  await command({ type: 'start' })
  await ann.send(sessionId, vote(0))
  await bob.send(sessionId, vote(1))
  await ann.trpc.account.register.mutate({ email: 'export@example.org', password, language })
  await ann.trpc.workshops.create.mutate({ file })
  const data = (await ann.trpc.account.export.mutate()) as Record<string, { [key: string]: unknown }[]>
  expect(Object.keys(data).sort()).toEqual([
    'account',
    'actions',
    'devices',
    'files',
    'providers',
    'sessions',
    'workshops',
  ])
  expect(data.sessions).toMatchObject([{ id: sessionId, isFacilitator: false }])
  expect(data.actions?.map(({ type }) => type)).toEqual(['joined', 'poll.voted'])
  expect(data.workshops).toHaveLength(1)
  const text = JSON.stringify(data)
  expect(text).not.toContain('Bob')
  expect(text).not.toContain(bob.userId)
  expect(text).not.toContain('$argon2')
})

test('who goes leaves what they did, without their name, and nothing else; the password is asked', async () => {
  const { code, sessionId, host, command } = await world.hosted()
  const ann = await world.person()
  await ann.join(code, 'Zenobia')
  await command({ type: 'start' })
  await ann.send(sessionId, vote(0))
  await ann.trpc.account.register.mutate({ email: 'goes@example.org', password, language })
  expect(await refusedBy(ann.trpc.account.remove.mutate({ password: null }))).toEqual({ code: 'wrong_password' })
  expect(await refusedBy(ann.trpc.account.remove.mutate({ password: 'wrong horse' }))).toEqual({
    code: 'wrong_password',
  })
  await ann.trpc.account.remove.mutate({ password })
  const report = JSON.stringify(await host.trpc.sessions.report.query({ sessionId }))
  expect(report).not.toContain('Zenobia')
  const view = host.watch({ sessionId, role: 'host' })
  const { shared } = await view.until((state) => state.shared.step !== null, 5_000)
  expect([JSON.stringify(shared).includes('Zenobia'), Object.keys(shared.people).length]).toEqual([false, 1])
  const rows = JSON.stringify(
    await world.database.db.prisma.participantAction.findMany({ where: { sessionId }, omit: { id: true } }),
  )
  expect([rows.includes('Zenobia'), rows.includes(ann.userId)]).toEqual([false, true])
  expect(await refusedBy(visitor(world.server.url).auth.device.mutate({ ...ann.device, delivery: 'bearer' }))).toEqual({
    code: 'not_allowed',
  })
})
