import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { postgresEventLog } from './postgres-event-log.ts'
import { type PageReport, type ReceiptStore, receiptStore } from './receipt-store.ts'
import { sessionStore } from './session-store.ts'
import { aSession } from './testing/sample-session.ts'
import { type TestDatabase, testDatabase } from './testing/test-database.ts'

let database: TestDatabase
let receipts: ReceiptStore
let sessionId: string

beforeEach(async () => {
  database = await testDatabase()
  receipts = receiptStore(database.db)
  sessionId = (await sessionStore(database.db).create(aSession())).id
  return () => database[Symbol.asyncDispose]()
})

const report = (wish: Partial<PageReport>): PageReport => ({
  sessionId,
  userId: 'ann',
  ledgerId: randomUUID(),
  issued: 0,
  waiting: 0,
  acknowledged: [],
  refused: [],
  now: 1_795_000_000_000,
  ...wish,
})

async function inLog(commandId: string): Promise<void> {
  const log = postgresEventLog(database.db)
  const [head] = (await log.heads([sessionId])).values()
  const version = (head ?? 0) + 1
  const action = { version, commandId, userId: 'ann', nodeId: '', actionType: 'noted', actionData: {}, at: 1 }
  await log.append(sessionId, version - 1, [action], { status: 'active', startedAt: 1, completedAt: null })
}

test('what a device was promised is compared with the log, by id', async () => {
  const [counted, lost, refused, wrong] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
  await inLog(counted)
  await inLog(wrong)
  await receipts.report(report({ issued: 5, waiting: 1, acknowledged: [counted, lost], refused: [refused, wrong] }))
  const { pages } = await receipts.summary(sessionId)
  expect(pages).toEqual({
    reported: 1,
    issued: 5,
    waiting: 1,
    acknowledged: 2,
    refused: 2,
    missing: [lost],
    countedThoughRefused: [wrong],
  })
})

test('a device reports in parts, and what it repeats stands once', async () => {
  const [one, two] = [randomUUID(), randomUUID()]
  const ledgerId = randomUUID()
  await receipts.report(report({ ledgerId, issued: 1, acknowledged: [one] }))
  await receipts.report(report({ ledgerId, issued: 2, acknowledged: [one, two] }))
  expect((await receipts.summary(sessionId)).pages).toMatchObject({ reported: 1, issued: 2, acknowledged: 2 })
})

test("nobody writes into somebody else's record", async () => {
  const ledgerId = randomUUID()
  await receipts.report(report({ ledgerId, issued: 1, acknowledged: [randomUUID()] }))
  await receipts.report(report({ ledgerId, userId: 'bob', issued: 9, acknowledged: [randomUUID()] }))
  expect((await receipts.summary(sessionId)).pages).toMatchObject({ reported: 1, issued: 1, acknowledged: 1 })
})

test('one person cannot fill the books with records', async () => {
  for (let page = 0; page < 60; page++) await receipts.report(report({ issued: 1 }))
  expect((await receipts.summary(sessionId)).pages.reported).toBe(50)
})

test('refusals are counted by reason, duplicates over all servers', async () => {
  const refusal = (code: 'paused' | 'step_closed') => ({
    commandId: randomUUID(),
    userId: 'ann',
    rejection: { code },
    at: 1,
  })
  await postgresEventLog(database.db).refuse(sessionId, 0, [
    refusal('paused'),
    refusal('paused'),
    refusal('step_closed'),
  ])
  const [here, there] = [randomUUID(), randomUUID()]
  await receipts.addDuplicates(sessionId, here, 2)
  await receipts.addDuplicates(sessionId, here, 1)
  await receipts.addDuplicates(sessionId, there, 4)
  const { refused, duplicates, counted } = await receipts.summary(sessionId)
  expect({ refused, duplicates, counted }).toEqual({
    refused: { paused: 2, step_closed: 1 },
    duplicates: 7,
    counted: 0,
  })
})

test('what was shown differently at one version is kept both ways', async () => {
  const shown = (digest: string) => ({ version: 3, role: 'screen', digest })
  await receipts.addShown(sessionId, [shown('a')])
  await receipts.addShown(sessionId, [shown('a'), shown('b')])
  expect(await receipts.shown(sessionId)).toEqual([shown('a'), shown('b')])
})
