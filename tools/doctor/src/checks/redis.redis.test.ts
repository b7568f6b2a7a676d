import { findRedis } from '@humuus/jobs/testing'
import { Redis } from 'ioredis'
import { afterAll, expect, test } from 'vitest'
import { redis } from './redis.ts'

const found = await findRedis()

if ('missing' in found) test('the look at Redis', ({ skip }) => skip(found.missing))
else {
  const { url } = found
  const client = new Redis(url)
  afterAll(async () => {
    client.disconnect()
    await found[Symbol.asyncDispose]()
  })
  const states = async () => (await redis({ redisUrl: url })).map(({ state, says }) => `${state}: ${says}`)

  test('a Redis that forgets is found out', async () => {
    const before = await client.config('GET', 'maxmemory-policy')
    await client.config('SET', 'maxmemory-policy', 'allkeys-lru')
    await client.config('SET', 'hz', '10')
    expect(await states()).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^good: Redis \d/),
        'bad: when it is full it forgets (allkeys-lru)',
        'warn: it looks at its clock 10 times a second',
        expect.stringMatching(/^good: this clock and that of Redis are \d+ ms apart/),
      ]),
    )
    await client.config('SET', 'maxmemory-policy', (before as string[])[1] ?? 'noeviction')
    await client.config('SET', 'hz', '100')
  })

  test('one that keeps what it is given is fine', async () => {
    await client.config('SET', 'maxmemory-policy', 'noeviction')
    await client.config('SET', 'save', '3600 1')
    expect(await states()).toContain('good: it keeps what is queued')
  })
}

test('without one nothing is wrong, and one that is away throws', async () => {
  expect(await redis({ redisUrl: null })).toMatchObject([{ state: 'off' }])
  await expect(redis({ redisUrl: 'redis://127.0.0.1:1' })).rejects.toThrow()
})
