/**
 * What signing in and knowing who asks cost: `tsx --conditions=@humuus/source bench/identity.ts [sign-ins] [emails]`.
 * With `REDIS_URL` the second server hears of a logout over Redis, without it looks into the database.
 */
import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { postgresForTests } from '@humuus/db/testing'
import pino from 'pino'
import { WebSocket } from 'ws'
import { readEnv } from '../src/env.ts'
import { authenticator } from '../src/identity/authentication.ts'
import { tokenKeys } from '../src/identity/tokens.ts'
import { startServer } from '../src/server.ts'
import { aDevice, newcomer, visitor } from '../src/testing/visitor.ts'

const signIns = Number(process.argv[2] ?? 2_000)
const emails = Number(process.argv[3] ?? 25)
const atOnce = 16
const secret = 'a'.repeat(32)

const sorted = (times: number[]) => times.sort((a, b) => a - b)
const at = (times: number[], share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0

/** Runs `work` for each, some at once; times of each in ms, and how many there were per second. */
async function measured<T>(all: readonly T[], work: (one: T) => Promise<unknown>) {
  const times: number[] = []
  const queue = [...all]
  const began = performance.now()
  const worker = async () => {
    for (let one = queue.pop(); one !== undefined; one = queue.pop()) {
      const start = performance.now()
      await work(one)
      times.push(performance.now() - start)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  const perSecond = all.length / ((performance.now() - began) / 1_000)
  return { perSecond, p50: at(sorted(times), 0.5), p99: at(times, 0.99) }
}

function say(what: string, { perSecond, p50, p99 }: { perSecond: number; p50: number; p99: number }): void {
  console.log(
    `${what.padEnd(36)} ${perSecond.toFixed(0).padStart(6)} /s   p50 ${p50.toFixed(2)} ms   p99 ${p99.toFixed(2)} ms`,
  )
}

await using database = await postgresForTests()
const env = readEnv({
  PORT: '0',
  TRUST_PROXY: '1',
  DATABASE_URL: database.url,
  REDIS_URL: process.env.REDIS_URL,
  AUTH_SECRET: secret,
  INTERNAL_SECRET: secret,
  FILES_DIR: join(tmpdir(), 'humuus-bench-files'),
})
const log = pino({ level: 'silent' })
await using here = await startServer(env, log)
await using there = await startServer(env, log)
const { url } = here

const devices = Array.from({ length: signIns }, aDevice)
const bare = await measured(devices, () => visitor(url).sessions.clock.query())
say('a request that asks nothing', bare)
const device = (one: (typeof devices)[number]) => visitor(url).auth.device.mutate({ ...one, delivery: 'bearer' })
const fresh = await measured(devices, device)
say('sign-ins of new devices', fresh)
const again = await measured(devices, device)
say('sign-ins of known devices', again)
console.log(`ratio of known devices to a bare request: ${(bare.perSecond / again.perSecond).toFixed(2)}`)

const password = 'four herons over the weir'
const people = []
for (let nth = 0; nth < emails; nth++) {
  const person = await newcomer(url)
  // From addresses of their own: one address alone registers no hundreds of people.
  const trpc = visitor(url, { authorization: `Bearer ${person.token}`, 'x-forwarded-for': `10.0.0.${nth}` })
  await trpc.account.register.mutate({ email: `person${nth}@example.org`, password, language: 'en' })
  people.push({ email: `person${nth}@example.org`, password, device: person.device })
}
say(
  'sign-ins by address',
  await measured(people, (one) => visitor(url).auth.email.mutate({ ...one, delivery: 'bearer' })),
)

const keys = tokenKeys([secret], Date.now)
const authenticate = authenticator({ keys, revocations: { isRevoked: () => false }, onTrouble: () => {} })
const tokens = await Promise.all(
  Array.from({ length: 5_000 }, () =>
    keys.issue({
      id: randomUUID(),
      deviceId: randomUUID(),
      signInId: randomUUID(),
      generation: 1,
      formerIds: [],
      expiresAt: Date.now() + 86_400_000,
    }),
  ),
)
for (const round of ['a token seen for the first time', 'a token seen before']) {
  const times: number[] = []
  for (const cookie of tokens) {
    const start = performance.now()
    await authenticate({ cookie, bearer: undefined })
    times.push(performance.now() - start)
  }
  console.log(
    `authentication, ${round}: p50 ${at(sorted(times), 0.5).toFixed(4)} ms   p99 ${at(times, 0.99).toFixed(4)} ms`,
  )
}

const closings: number[] = []
for (let nth = 0; nth < 20; nth++) {
  const person = await newcomer(url)
  const socket = new WebSocket(`${there.url.replace('http', 'ws')}/trpc?connectionParams=1`)
  const closed = new Promise<number>((resolve) => socket.once('close', () => resolve(performance.now())))
  await new Promise((resolve) => socket.once('open', resolve))
  socket.send(JSON.stringify({ method: 'connectionParams', data: { token: person.token } }))
  socket.send(JSON.stringify({ id: 1, method: 'query', params: { path: 'auth.me' } }))
  await new Promise((resolve) => socket.once('message', resolve))
  const since = performance.now()
  await person.trpc.auth.signOut.mutate()
  closings.push((await closed) - since)
}
console.log(
  `logout to closed socket on another server: p50 ${at(sorted(closings), 0.5).toFixed(0)} ms   longest ${at(closings, 1).toFixed(0)} ms`,
)
