import { findRedis } from '@humuus/jobs/testing'
import { afterAll, test } from 'vitest'
import { workerContract } from './worker.contract.ts'

const redis = await findRedis()

if ('missing' in redis) test('the worker with its queues on Redis', ({ skip }) => skip(redis.missing))
else {
  afterAll(() => redis[Symbol.asyncDispose]())
  workerContract('Redis', async () => ({
    databaseUrl: 'postgresql://nobody.invalid',
    redisUrl: redis.url,
    [Symbol.asyncDispose]: async () => undefined,
  }))
}
