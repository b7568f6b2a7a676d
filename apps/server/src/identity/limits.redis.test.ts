import { findRedis } from '@humuus/jobs/testing'
import { Redis } from 'ioredis'
import { afterAll, test } from 'vitest'
import { limitsContract } from './limits.contract.ts'

const redis = await findRedis()

if ('missing' in redis) test('brakes over Redis', ({ skip }) => skip(redis.missing))
else {
  const client = new Redis(redis.url)
  afterAll(async () => {
    client.disconnect()
    await redis[Symbol.asyncDispose]()
  })
  limitsContract('Redis', () => ({ kind: 'redis', client }))
}
