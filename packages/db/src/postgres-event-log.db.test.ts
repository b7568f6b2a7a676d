import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { openDatabase } from './database.ts'
import { postgresEventLog } from './postgres-event-log.ts'
import { sessionStore } from './session-store.ts'
import { eventLogContract } from './testing/event-log-contract.ts'
import { aSession } from './testing/sample-session.ts'
import { testDatabase } from './testing/test-database.ts'

eventLogContract('the log in PostgreSQL', async () => {
  const database = await testDatabase()
  const sessions = sessionStore(database.db)
  return {
    log: postgresEventLog(database.db),
    makeSession: async () => (await sessions.create(aSession())).id,
    progressOf: async (sessionId) => {
      const session = await sessions.get(sessionId)
      return session && { status: session.status, startedAt: session.startedAt, completedAt: session.completedAt }
    },
    [Symbol.asyncDispose]: async () => database[Symbol.asyncDispose](),
  }
})

const progress = { status: 'active', startedAt: 1, completedAt: null }
const anAction = (version: number) => ({
  version,
  commandId: randomUUID(),
  userId: 'ann',
  nodeId: '',
  actionType: 'noted',
  actionData: {},
  at: 1,
})

test('nobody waits for the session of a stranger that somebody holds; its own append waits and is written', async () => {
  await using database = await testDatabase()
  const { prisma } = database.db
  const log = postgresEventLog(database.db)
  const sessions = sessionStore(database.db)
  const [held, ...others] = await Promise.all(
    Array.from({ length: 12 }, async () => (await sessions.create(aSession())).id),
  )
  let isWritten = false
  const late = await prisma.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT FROM workshop_sessions WHERE id = ${held}::uuid FOR UPDATE`
    const append = log.append(held ?? '', 0, [anAction(1)], progress).then((result) => {
      isWritten = true
      return result
    })
    for (const version of [1, 2, 3]) {
      const results = await Promise.all(others.map((id) => log.append(id, version - 1, [anAction(version)], progress)))
      expect(results).toEqual(others.map(() => ({ ok: true, version })))
    }
    expect(isWritten).toBe(false)
    return { append }
  })
  expect(await late.append).toEqual({ ok: true, version: 1 })
})

test('a row that the database takes from nobody stops only its own session', async () => {
  await using database = await testDatabase()
  const log = postgresEventLog(database.db)
  const sessions = sessionStore(database.db)
  const ids = await Promise.all(Array.from({ length: 6 }, async () => (await sessions.create(aSession())).id))
  await database.db.prisma.$executeRaw`ALTER TABLE participant_actions ADD CHECK (node_id <> 'cursed')`
  const outcomes = await Promise.allSettled(
    ids.map((id, index) => log.append(id, 0, [{ ...anAction(1), nodeId: index === 4 ? 'cursed' : '' }], progress)),
  )
  expect(outcomes.map(({ status }) => status === 'fulfilled')).toEqual(ids.map((_, index) => index !== 4))
})

test('the plans of appends are kept', async () => {
  await using database = await testDatabase()
  const { id } = await sessionStore(database.db).create(aSession())
  const one = openDatabase(database.url, { max: 1 })
  const log = postgresEventLog(one)
  await log.append(id, 0, [anAction(1)], progress)
  await log.refuse(id, 1, [{ commandId: 'refused', userId: 'ann', rejection: { code: 'paused' }, at: 1 }])
  await log.append(id, 1, [{ ...anAction(2), commandId: 'refused' }], progress)
  const kept = await one.prisma.$queryRaw<{ name: string }[]>`
    SELECT name FROM pg_prepared_statements WHERE name <> '' ORDER BY name`
  await one.close()
  expect(kept.map(({ name }) => name)).toEqual(['append_alone', 'append_together'])
})
