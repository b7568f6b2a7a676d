import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { Lateness } from '../lateness.ts'
import { serverClient } from '../server-client.ts'
import { logLines } from '../testing/log-lines.ts'
import { standInServer } from '../testing/stand-in-server.ts'
import { onNodeTimer } from './node-timer.ts'

const secret = 'a secret of more than thirty-two characters'
const now = 1_800_000_000_000

/** A worker's handler and the server it talks to, at a fixed time. */
async function openWorld({ knownSecret = secret, path = '' } = {}) {
  const server = await standInServer(secret)
  const lateness = new Lateness()
  const journal = logLines()
  const client = serverClient({ url: server.url + path, secret: knownSecret })
  const handle = onNodeTimer({ server: client, lateness, log: journal.log, now: () => now })
  const timer = { sessionId: randomUUID(), deadline: now - 12 }
  return {
    server,
    lateness,
    journal,
    timer,
    fire: () => handle(timer),
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  }
}

test('the server is told, and how late is noted', async () => {
  await using world = await openWorld()
  await world.fire()
  expect(world.server.ticks).toEqual([world.timer.sessionId])
  expect(world.lateness.summary()).toEqual({ count: 1, p50: 12, p99: 12, max: 12 })
  expect(world.journal.lines).toMatchObject([{ level: 20, sessionId: world.timer.sessionId, lateMs: 12, version: 7 }])
})

test('a server address may end with a slash', async () => {
  await using world = await openWorld({ path: '/' })
  await world.fire()
  expect(world.server.ticks).toHaveLength(1)
})

test('a session that is gone needs no clock: the timer is done', async () => {
  await using world = await openWorld()
  world.server.answer = { ok: false, rejection: { code: 'unknown_session' } }
  await world.fire()
  expect(world.journal.lines).toMatchObject([{ level: 20, refused: 'unknown_session' }])
})

test('a server without time is asked again: the timer fails, and counts only once it was told', async () => {
  await using world = await openWorld()
  world.server.answer = { ok: false, rejection: { code: 'unavailable' } }
  await expect(world.fire()).rejects.toThrow('no time')
  expect(world.lateness.summary()).toBeNull()
  world.server.answer = { ok: true, version: 8 }
  await world.fire()
  expect(world.lateness.summary()).toMatchObject({ count: 1 })
})

test('a server that is away is asked again: the timer fails and says who did not answer', async () => {
  await using world = await openWorld()
  await world.server[Symbol.asyncDispose]()
  await expect(world.fire()).rejects.toThrow(/^http:\/\/127\.0\.0\.1:\d+ does not answer: connect ECONNREFUSED/)
  expect(world.lateness.summary()).toBeNull()
})

test('a server with another secret is told apart from one that is away, and the secret stays one', async () => {
  const other = 'another secret of more than thirty-two characters'
  await using world = await openWorld({ knownSecret: other })
  const failure = await world.fire().catch((error: Error) => error)
  expect(String(failure)).toContain('does INTERNAL_SECRET differ?')
  world.journal.log.error({ err: failure })
  expect(world.journal.text()).not.toContain(other)
  expect(world.server.ticks).toEqual([])
})
