import type { AppRouter } from '@humuus/api'
import { closeCodes } from '@humuus/api'
import { createTRPCClient, httpLink } from '@trpc/client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import type { RunningServer } from '../server.ts'
import { aDevice, bearer, newcomer, refusedBy, visitor } from '../testing/visitor.ts'
import { openWorld, type World } from '../testing/world.ts'
import { tokenKeys } from './tokens.ts'

const password = 'four herons over the weir'
const language = 'en' as const
const day = 86_400_000

let world: World
let there: RunningServer
beforeAll(async () => {
  world = await openWorld()
  there = await world.another()
}, 60_000)
afterAll(async () => world[Symbol.asyncDispose]())

const keys = () => tokenKeys(['a'.repeat(32)], Date.now)

/** A raw connection with a token; resolves when it is open. Tells how long after `since` it was closed, and why. */
async function connection(url: string, token: string | null) {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/trpc?connectionParams=1`)
  const closed = new Promise<{ code: number; at: number }>((resolve) => {
    socket.once('close', (code) => resolve({ code, at: performance.now() }))
  })
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
  socket.send(JSON.stringify({ method: 'connectionParams', data: { token } }))
  const answer = new Promise((resolve) => socket.once('message', (data) => resolve(JSON.parse(String(data)))))
  socket.send(JSON.stringify({ id: 1, method: 'query', params: { path: 'auth.me' } }))
  return { closed, answer, socket }
}

/** Two devices of one account, the second one signed in by address. */
async function twoDevices(email: string) {
  const first = await newcomer(world.server.url)
  await first.trpc.account.register.mutate({ email, password, language })
  const device = aDevice()
  const second = await visitor(world.server.url).auth.email.mutate({ email, password, device, delivery: 'bearer' })
  if (second.status !== 'signed_in') throw new Error(second.status)
  return { first, second: { ...second, device, trpc: bearer(world.server.url, second.token) } }
}

const atMost = 2_000

test('signing out ends open connections and tokens on every server within two seconds', async () => {
  const { first } = await twoDevices('out@example.org')
  const [here, elsewhere] = await Promise.all([
    connection(world.server.url, first.token),
    connection(there.url, first.token),
  ])
  expect(await elsewhere.answer).toMatchObject({ result: { data: { userId: first.userId } } })
  const since = performance.now()
  await first.trpc.auth.signOut.mutate()
  expect(await here.closed).toMatchObject({ code: closeCodes.signedOut })
  const { code, at } = await elsewhere.closed
  expect(code).toBe(closeCodes.signedOut)
  expect(at - since).toBeLessThan(atMost)
  for (const { url } of [world.server, there]) {
    expect(await refusedBy(bearer(url, first.token).sessions.mine.query())).toEqual({ code: 'signed_out' })
  }
  expect(
    await refusedBy(visitor(world.server.url).auth.device.mutate({ ...first.device, delivery: 'bearer' })),
  ).toEqual({
    code: 'not_allowed',
  })
})

test('an event stream ends with its sign-in, too', async () => {
  const { code, sessionId } = await world.hosted()
  const ann = await newcomer(there.url)
  const phone = await world.person({ url: there.url, device: ann.device, transport: 'http' })
  await phone.join(code, 'Ann')
  const view = phone.watch({ sessionId, role: 'participant' })
  await view.until(() => true, 5_000)
  const devices = await ann.trpc.account.devices.query()
  expect(devices).toMatchObject([{ isThisOne: true }])
  await ann.trpc.account.signOutDevice.mutate({ deviceId: ann.device.deviceId })
  await expect.poll(() => view.rejection?.code, { timeout: atMost + 3_000 }).toBe('signed_out')
})

test('another password signs out all other devices, and not the one it was changed on', async () => {
  const { first, second } = await twoDevices('changed@example.org')
  const [mine, other] = await Promise.all([connection(there.url, second.token), connection(there.url, first.token)])
  await Promise.all([mine.answer, other.answer])
  const since = performance.now()
  await second.trpc.account.changePassword.mutate({ current: password, password: 'nine otters under a bridge' })
  const { code, at } = await other.closed
  expect([code, at - since < atMost]).toEqual([closeCodes.signedOut, true])
  expect(await refusedBy(visitor(there.url).auth.device.mutate({ ...first.device, delivery: 'bearer' }))).toEqual({
    code: 'not_allowed',
  })
  expect(mine.socket.readyState).toBe(WebSocket.OPEN)
  expect(await refusedBy(second.trpc.account.get.query())).toBeNull()
  mine.socket.terminate()
})

test('whoever an admin removes is gone everywhere at once', async () => {
  const { first, second } = await twoDevices('removed@example.org')
  const admin = await newcomer(world.server.url)
  await world.database.db.prisma.user.update({ where: { id: admin.userId }, data: { role: 'admin' } })
  const socket = await connection(there.url, second.token)
  await socket.answer
  const since = performance.now()
  await admin.trpc.admin.removePerson.mutate({ userId: first.userId })
  const { code, at } = await socket.closed
  expect([code, at - since < atMost]).toEqual([closeCodes.signedOut, true])
  expect(await refusedBy(second.trpc.account.get.query())).toEqual({ code: 'signed_out' })
  const again = { email: 'removed@example.org', password, device: aDevice(), delivery: 'bearer' as const }
  expect(await refusedBy(visitor(world.server.url).auth.email.mutate(again))).toEqual({ code: 'wrong_password' })
})

test('a token is renewed by its number: the one before is worthless once the new one has arrived', async () => {
  const ann = await newcomer(world.server.url)
  const tabs = await Promise.all([1, 2, 3].map(() => ann.trpc.auth.renew.mutate({ delivery: 'bearer' })))
  expect(new Set(tabs.map(({ userId }) => userId))).toEqual(new Set([ann.userId]))
  const next = bearer(world.server.url, tabs[0]?.token ?? '')
  expect(await refusedBy(ann.trpc.sessions.mine.query())).toBeNull()
  await next.auth.me.query()
  await expect
    .poll(() => refusedBy(bearer(there.url, ann.token).sessions.mine.query()), { timeout: atMost })
    .toEqual({
      code: 'signed_out',
    })
  expect(await refusedBy(next.sessions.mine.query())).toBeNull()
})

test('an old token that comes back ends the sign-in: whoever has the newer one is out, too', async () => {
  const ann = await newcomer(world.server.url)
  let { token } = await ann.trpc.auth.renew.mutate({ delivery: 'bearer' })
  token = (await bearer(world.server.url, token).auth.renew.mutate({ delivery: 'bearer' })).token
  expect(await refusedBy(ann.trpc.auth.renew.mutate({ delivery: 'bearer' }))).toEqual({ code: 'signed_out' })
  await expect
    .poll(() => refusedBy(bearer(there.url, token).sessions.mine.query()), { timeout: atMost })
    .toEqual({
      code: 'signed_out',
    })
})

test('the token of a user who is no more is refused', async () => {
  const ann = await newcomer(world.server.url)
  await ann.trpc.account.remove.mutate({ password: null })
  await expect.poll(() => refusedBy(ann.trpc.sessions.mine.query())).toEqual({ code: 'signed_out' })
  // Also where it is a token that nobody revoked, of a person that never was.
  const stranger = await keys().issue({
    id: crypto.randomUUID(),
    deviceId: crypto.randomUUID(),
    signInId: crypto.randomUUID(),
    generation: 1,
    formerIds: [],
    expiresAt: Date.now() + day,
  })
  expect(await refusedBy(bearer(world.server.url, stranger).account.get.query())).toEqual({ code: 'account_gone' })
  expect(await refusedBy(bearer(world.server.url, stranger).auth.me.query())).toEqual({ code: 'account_gone' })
})

test('a cookie and a bearer of two people are refused, of one person they are not', async () => {
  const [ann, bob] = [await newcomer(world.server.url), await newcomer(world.server.url)]
  const both = (cookie: string | null) =>
    createTRPCClient<AppRouter>({
      links: [
        httpLink({
          url: `${world.server.url}/trpc`,
          headers: { authorization: `Bearer ${ann.token}`, cookie: `humuus_token=${cookie}` },
        }),
      ],
    })
  expect(await refusedBy(both(bob.token).sessions.mine.query())).toEqual({ code: 'two_identities' })
  expect(await refusedBy(both(ann.token).sessions.mine.query())).toBeNull()
  expect(await refusedBy(both('rubbish').sessions.mine.query())).toBeNull()
})

test('a token in an address is nobody’s', async () => {
  const ann = await newcomer(world.server.url)
  const params = encodeURIComponent(JSON.stringify({ token: ann.token }))
  const response = await fetch(`${world.server.url}/trpc/sessions.mine?connectionParams=${params}`)
  expect(response.status).toBe(401)
})
