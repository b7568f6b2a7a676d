import { FlakyLink } from '@humuus/client/testing'
import { findRedis, relayTo } from '@humuus/jobs/testing'
import { expect, test } from 'vitest'
import { openWorld, vote } from '../testing/world.ts'
import { redisBus } from './redis-bus.ts'

test('one server hears how far another has come, also after Redis was away', async ({ skip }) => {
  const redis = await findRedis()
  if ('missing' in redis) return skip(redis.missing)
  await using _stopped = redis
  await using wire = await relayTo(redis.url)
  const heard: string[] = []
  const errors: Error[] = []
  const [one, other] = [0, 1].map(() =>
    redisBus(
      wire.url,
      {
        version: (sessionId, version) => void heard.push(`${sessionId} ${version}`),
        revoked: () => void heard.push('revoked'),
      },
      (error) => void errors.push(error),
    ),
  )
  await expect.poll(() => [one?.trouble(), other?.trouble()]).toEqual([null, null])
  const hear = (sessionId: string, version: number) => {
    one?.publish(sessionId, version)
    return heard
  }
  await expect.poll(() => hear('a', 1).length).toBeGreaterThan(1)
  expect(new Set(heard)).toEqual(new Set(['a 1']))
  one?.revoked()
  await expect.poll(() => heard).toContain('revoked')

  await wire.cut()
  await expect.poll(() => one?.trouble()).toBe('bus')
  for (let version = 0; version < 1_000; version++) one?.publish('a', version)
  await expect.poll(() => errors.length).toBeGreaterThan(0)

  await wire.mend()
  await expect.poll(() => one?.trouble(), { timeout: 10_000 }).toBeNull()
  await expect.poll(() => hear('b', 7), { timeout: 10_000 }).toContain('b 7')
  expect(heard).not.toContain('a 999')
  await one?.close()
  await other?.close()
})

test('a Redis from which nothing comes back is noticed, though its connections stay open', async ({ skip }) => {
  const redis = await findRedis()
  if ('missing' in redis) return skip(redis.missing)
  await using _stopped = redis
  await using wire = await FlakyLink.open({ target: redis.url, seed: 1 })
  const errors: Error[] = []
  const heard: string[] = []
  const onHeard = { version: (sessionId: string) => void heard.push(sessionId), revoked: () => {} }
  const bus = redisBus(wire.url.replace('http', 'redis'), onHeard, (error) => void errors.push(error))
  await expect.poll(() => bus.trouble()).toBeNull()

  wire.freeze()
  for (let version = 0; version < 5_000; version++) bus.publish('a', version)
  await expect.poll(() => bus.trouble(), { timeout: 15_000 }).toBe('bus')
  const told = () => errors.map(({ message }) => message)
  await expect.poll(told, { timeout: 5_000 }).toContain('Redis takes words and brings none')

  wire.thaw()
  await expect.poll(() => bus.trouble(), { timeout: 15_000 }).toBeNull()
  const hear = () => {
    bus.publish('b', 1)
    return heard
  }
  await expect.poll(hear, { timeout: 10_000 }).toContain('b')
  await bus.close()
}, 60_000)

test('without Redis servers hear of each other later, and nothing is lost', async ({ skip }) => {
  const redis = await findRedis()
  if ('missing' in redis) return skip(redis.missing)
  await using _stopped = redis
  await using wire = await relayTo(redis.url)
  await using world = await openWorld({ REDIS_URL: wire.url })
  const there = await world.another()
  const { sessionId, code, command, host } = await world.hosted()
  const ann = await world.person({ url: there.url })
  await ann.join(code, 'Ann')
  await command({ type: 'start' })
  const view = host.watch({ sessionId, role: 'host' })
  await view.until(({ shared }) => shared.step !== null, 5_000)

  await wire.cut()
  await expect.poll(() => host.trpc.sessions.trouble.query(), { timeout: 10_000 }).toContain('bus')
  expect(await ann.send(sessionId, vote(1))).toMatchObject({ ok: true })
  await view.until(({ shared }) => shared.done === 1, 10_000)

  await wire.mend()
  await expect.poll(() => host.trpc.sessions.trouble.query(), { timeout: 20_000 }).toEqual([])
}, 60_000)
