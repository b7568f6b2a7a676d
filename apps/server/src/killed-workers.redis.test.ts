import { findRedis } from '@humuus/jobs/testing'
import { afterAll, test } from 'vitest'
import { killedWorkersContract } from './killed-workers.contract.ts'

const redis = await findRedis()

if ('missing' in redis) test('workers killed with their queues on Redis', ({ skip }) => skip(redis.missing))
else {
  afterAll(() => redis[Symbol.asyncDispose]())
  // Beside whatever else runs there.
  killedWorkersContract('Redis', () => ({ REDIS_URL: new URL('/8', redis.url).href }))
}
