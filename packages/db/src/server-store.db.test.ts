import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { serverStore } from './server-store.ts'
import { testDatabase } from './testing/test-database.ts'

test('a server lives as long as it says so', async () => {
  await using database = await testDatabase()
  const servers = serverStore(database.db)
  const [one, other] = [randomUUID(), randomUUID()]
  await servers.beat(one, 10_000)
  await servers.beat(other, 10_000)
  await servers.beat(one, 20_000)
  expect(await servers.aliveSince(15_000)).toEqual(new Set([one]))
  expect(await servers.aliveSince(10_000)).toEqual(new Set([one, other]))
})

test('a server that stops is forgotten at once, and those silent for long with it', async () => {
  await using database = await testDatabase()
  const servers = serverStore(database.db)
  const [one, other, old] = [randomUUID(), randomUUID(), randomUUID()]
  await servers.beat(old, 1_000)
  await servers.beat(one, 10_000)
  await servers.beat(other, 10_000)
  await servers.remove(one, 5_000)
  expect(await servers.aliveSince(0)).toEqual(new Set([other]))
})
