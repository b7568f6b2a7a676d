import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { postgresEventLog } from './postgres-event-log.ts'
import { receiptStore } from './receipt-store.ts'
import { type SessionBookStore, sessionBookStore } from './session-books.ts'
import { sessionStore } from './session-store.ts'
import { aPlan, aSession } from './testing/sample-session.ts'
import { type TestDatabase, testDatabase } from './testing/test-database.ts'

let database: TestDatabase
let books: SessionBookStore

beforeEach(async () => {
  database = await testDatabase()
  books = sessionBookStore(database.db)
  return () => database[Symbol.asyncDispose]()
})

test('everything that is written about a session is read as it was written', async () => {
  const session = await sessionStore(database.db).create(aSession())
  const [commandId, refused, ledgerId] = [randomUUID(), randomUUID(), randomUUID()]
  const action = {
    version: 1,
    commandId,
    userId: 'ann',
    nodeId: '',
    actionType: 'noted',
    actionData: {},
    at: 1_795_000_000_123,
  }
  const log = postgresEventLog(database.db)
  await log.append(session.id, 0, [action], { status: 'active', startedAt: 1, completedAt: null })
  await log.refuse(session.id, 1, [{ commandId: refused, userId: 'ann', rejection: { code: 'paused' }, at: 1 }])
  const receipts = receiptStore(database.db)
  await receipts.addDuplicates(session.id, randomUUID(), 3)
  await receipts.addDuplicates(session.id, randomUUID(), 4)
  await receipts.addShown(session.id, [{ version: 1, role: 'screen', digest: 'a' }])
  const page = { ledgerId, userId: 'ann', issued: 2, waiting: 0, acknowledged: [commandId], refused: [refused] }
  await receipts.report({ ...page, sessionId: session.id, now: 1 })

  expect(await books.read(session.id)).toEqual({
    session: { ...session, status: 'active', startedAt: 1, version: 1 },
    log: [action],
    refusals: [{ commandId: refused, userId: 'ann', rejection: { code: 'paused' } }],
    duplicates: 7,
    pages: [page],
    shown: [{ version: 1, role: 'screen', digest: 'a' }],
  })
})

test('a session is found by its id and by its code, the newest first', async () => {
  const store = sessionStore(database.db, () => '246810')
  const [long, now] = [Date.now() - 10 * 86_400_000, Date.now()]
  const old = await store.create(aSession({ now: long }))
  const over = { status: 'ended', startedAt: null, completedAt: long }
  await postgresEventLog(database.db).append(old.id, 0, [], over)
  const young = await store.create(aSession({ now }))

  const entry = { joinCode: '246810', title: aPlan.title, version: 0 }
  expect(await books.find('246810')).toEqual({ ...entry, id: young.id, status: 'created', createdAt: now })
  expect(await books.find(old.id)).toEqual({ ...entry, id: old.id, status: 'ended', createdAt: long })
  expect((await books.list({})).map(({ id }) => id)).toEqual([young.id, old.id])
  expect((await books.list({ limit: 1 })).map(({ id }) => id)).toEqual([young.id])
  expect((await books.list({ since: now })).map(({ id }) => id)).toEqual([young.id])
})

test.each([randomUUID(), '000000', 'nothing of the kind'])('there is nothing to read about %s', async (unknown) => {
  expect(await books.find(unknown)).toBeNull()
  expect(await books.read(unknown)).toBeNull()
})
