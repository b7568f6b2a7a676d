import { afterAll, test } from 'vitest'
import { kindsContract } from './kinds.contract.ts'
import { findRedis } from './testing/redis.ts'

const redis = await findRedis()

if ('missing' in redis) test('every kind of job on Redis', ({ skip }) => skip(redis.missing))
else {
  afterAll(() => redis[Symbol.asyncDispose]())
  kindsContract('Redis', async () => ({
    url: redis.url,
    addressAt: (url) => ({ databaseUrl: 'postgresql://nobody.invalid', redisUrl: url }),
    [Symbol.asyncDispose]: async () => undefined,
  }))
}
