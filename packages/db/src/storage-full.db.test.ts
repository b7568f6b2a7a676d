import { expect, test } from 'vitest'
import { postgresEventLog } from './postgres-event-log.ts'
import { sessionStore } from './session-store.ts'
import { isStorageFull } from './storage-full.ts'
import { aSession } from './testing/sample-session.ts'
import { testDatabase } from './testing/test-database.ts'

const failWith = (code: string) => `
  CREATE OR REPLACE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = '${code}'; END $$`

test('a full disk is told from any other failure of the database', async () => {
  await using database = await testDatabase()
  const { prisma } = database.db
  const { id } = await sessionStore(database.db).create(aSession())
  await prisma.$executeRawUnsafe(failWith('53100'))
  await prisma.$executeRawUnsafe(
    'CREATE TRIGGER full_disk BEFORE INSERT ON participant_actions FOR EACH ROW EXECUTE FUNCTION no_room()',
  )
  const action = { version: 1, commandId: null, userId: 'ann', nodeId: '', actionType: 'noted', actionData: {}, at: 1 }
  const append = () =>
    postgresEventLog(database.db).append(id, 0, [action], { status: 'active', startedAt: 1, completedAt: null })
  const caught = async (): Promise<unknown> =>
    append().then(
      () => null,
      (error: unknown) => error,
    )
  expect(isStorageFull(await caught())).toBe(true)
  await prisma.$executeRawUnsafe(failWith('XX000'))
  expect(isStorageFull(await caught())).toBe(false)
  expect(isStorageFull(new Error('no room'))).toBe(false)
})
