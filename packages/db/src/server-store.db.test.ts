import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { serverStore } from './server-store.ts'
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
