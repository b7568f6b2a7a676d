import { afterAll, test } from 'vitest'
import { queuesContract } from './queues.contract.ts'
import { findRedis } from './testing/redis.ts'

const redis = await findRedis()

if ('missing' in redis) test('timers on Redis', ({ skip }) => skip(redis.missing))
else {
  afterAll(() => redis[Symbol.asyncDispose]())
  queuesContract('Redis', async () => ({
    url: redis.url,
    addressAt: (url) => ({ databaseUrl: 'postgresql://nobody.invalid', redisUrl: url }),
    [Symbol.asyncDispose]: async () => undefined,
  }))
}
