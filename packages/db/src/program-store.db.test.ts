import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { serverStore, workerStore } from './program-store.ts'
import { testDatabase } from './testing/test-database.ts'

test('a server lives as long as it says so, and is forgotten when it was silent for long', async () => {
  await using database = await testDatabase()
  const servers = serverStore(database.db)
  const [one, other] = [randomUUID(), randomUUID()]
  await servers.beat(one)
  await servers.beat(other)
  expect(await servers.alive(5_000)).toEqual(new Set([one, other]))
  await database.db.prisma.$executeRaw`UPDATE servers SET seen_at = seen_at - interval '1 minute'`
  expect(await servers.alive(5_000)).toEqual(new Set())
  await servers.beat(one)
  expect(await servers.alive(5_000)).toEqual(new Set([one]))
  await servers.forget(5_000)
  expect(await servers.alive(3_600_000)).toEqual(new Set([one]))
})

test('servers and workers say a few numbers with every sign of life, and those of one are not those of the other', async () => {
  await using database = await testDatabase()
  const stores = { servers: serverStore(database.db), workers: workerStore(database.db) }
  const [server, worker] = [randomUUID(), randomUUID()]
  await stores.servers.beat(server)
  expect(await stores.servers.living(5_000)).toMatchObject([{ id: server, report: {} }])
  await stores.servers.beat(server, { people: 3 })
  await stores.workers.beat(worker, { done: { mail: 1 } })
  await stores.workers.beat(worker, { done: { mail: 2 } })
  const [one] = await stores.servers.living(5_000)
  expect(one).toMatchObject({ id: server, report: { people: 3 } })
  expect(one?.silentMs).toBeGreaterThanOrEqual(0)
  expect(one?.silentMs).toBeLessThan(5_000)
  expect(await stores.workers.living(5_000)).toMatchObject([{ id: worker, report: { done: { mail: 2 } } }])
  await database.db.prisma.$executeRaw`UPDATE workers SET seen_at = seen_at - interval '1 minute'`
  expect(await stores.workers.living(5_000)).toEqual([])
  expect((await stores.workers.living(120_000))[0]?.silentMs).toBeGreaterThan(60_000)
  await stores.workers.forget(5_000)
  expect(await stores.workers.living(3_600_000)).toEqual([])
})
