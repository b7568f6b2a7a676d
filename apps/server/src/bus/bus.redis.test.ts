import { findRedis } from '@humuus/jobs/testing'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { busContract } from './bus.contract.ts'
import { redisBus } from './redis-bus.ts'
import { subscribe } from './subscription.ts'

const redis = await findRedis()

/** Somebody for whom Redis knows no more than before version 7. */
const old = { name: 'humuus-test-old', password: 'as-before' }

if ('missing' in redis) test('the bus over Redis', ({ skip }) => skip(redis.missing))
else {
  const admin = new Redis(redis.url)
  const asBefore = Object.assign(new URL(redis.url), { username: old.name, password: old.password }).href
  beforeAll(async () => {
    const rights = ['on', `>${old.password}`, '~*', '&*', '+@all', '-ssubscribe', '-spublish']
    await admin.call('ACL', 'SETUSER', old.name, ...rights)
  })
  afterAll(async () => {
    await admin.call('ACL', 'DELUSER', old.name)
    admin.disconnect()
    await redis[Symbol.asyncDispose]()
  })

  busContract('Redis', (heard) => redisBus(redis.url, heard, () => {}))
  busContract('Redis as it was before version 7', (heard) => redisBus(asBefore, heard, () => {}))

  test('words are sharded where Redis can, and only there', async () => {
    const connections = [new Redis(redis.url), new Redis(asBefore)]
    const ways = await Promise.all(connections.map((connection) => subscribe(connection, ['humuus:test'])))
    for (const connection of connections) connection.disconnect()
    expect(ways).toEqual(['sharded', 'plain'])
  })
}
