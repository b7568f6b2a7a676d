import { findRedis } from '@humuus/jobs/testing'
import { afterAll, test } from 'vitest'
import { queueBoardContract } from './queue-board.contract.ts'

const redis = await findRedis()

if ('missing' in redis) test('the board of the queues on Redis', ({ skip }) => skip(redis.missing))
else {
  afterAll(() => redis[Symbol.asyncDispose]())
  // Beside whatever else runs there.
  queueBoardContract('Redis', () => ({ REDIS_URL: new URL('/7', redis.url).href }))
}
