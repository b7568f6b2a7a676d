import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { isAway } from './away.ts'
import { openDatabase } from './database.ts'
import { startPostgres } from './embedded/index.ts'
import { migrate } from './migrate.ts'
import { sessionStore } from './session-store.ts'
import { temporaryFolder } from './testing/temporary-folder.ts'
import { workshopStore } from './workshop-store.ts'

test('a database that goes away in mid-question, or is not there, is told from a mistake of ours', async () => {
  await using folder = await temporaryFolder()
  const postgres = await startPostgres({ dataDir: folder.path, durable: false })
  await migrate(postgres.url)
  const db = openDatabase(postgres.url)
  const caught = (asked: Promise<unknown>) =>
    asked.then(
      () => null,
      (error: unknown) => error,
    )
  expect(isAway(await caught(workshopStore(db).create({ ownerId: 'no uuid', title: '', plan: {} as never })))).toBe(
    false,
  )

  const inFlight = caught(db.prisma.$queryRaw`SELECT pg_sleep(60)::text`)
  await expect
    .poll(
      () =>
        db.prisma
          .$queryRaw`SELECT 1 FROM pg_stat_activity WHERE query LIKE '%pg_sleep(60)%' AND pid <> pg_backend_pid()`,
    )
    .toHaveLength(1)
  await postgres.stop()
  expect(isAway(await inFlight)).toBe(true)
  expect(isAway(await caught(sessionStore(db).get(randomUUID())))).toBe(true)
  await db.close()
})
