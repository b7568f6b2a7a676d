import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { WrongUse } from '@humuus/args'
import { type TestDatabase, testDatabase } from '@humuus/db/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readArgs } from './args.ts'
import type { AuditOutcome } from './outcome.ts'
import { run } from './run.ts'
import { type WrittenSession, writeSession } from './testing/written-session.ts'

let database: TestDatabase
let session: WrittenSession
let folder: string

beforeAll(async () => {
  database = await testDatabase()
  session = await writeSession(database)
  folder = await mkdtemp(join(tmpdir(), 'humuus-audit-'))
})
afterAll(async () => {
  await rm(folder, { recursive: true })
  await database[Symbol.asyncDispose]()
})

const said = (args: readonly string[], url = database.url) => run(readArgs(args, folder, Date.now()), url)

test('a session is found by its code and told about in words, with the ledger of its senders', async () => {
  await writeFile(join(folder, 'ledger.jsonl'), session.ledger.map((entry) => JSON.stringify(entry)).join('\n'))
  const { code, text } = await said([session.code, '--ledger', 'ledger.jsonl'])
  expect(text).toContain(`"Audited", code ${session.code}, completed`)
  expect(text).toMatch(/Refused +1 \(step_closed 1\)/)
  expect(text).toMatch(/Answers +9 in the report, 9 recounted from the log/)
  expect(text).toContain('9 answers due by the ledger alone')
  expect(text).toContain('No difference: what was acknowledged is counted, exactly once.')
  expect(code).toBe(0)
})

test('without a name sessions are listed', async () => {
  const { code, text } = await said([])
  expect(text).toMatch(new RegExp(`^${session.code}  ${session.id}  .* completed .* Audited$`))
  expect(code).toBe(0)
  expect(await said(['--since', '2999-01-01'])).toEqual({ code: 0, text: 'There are no sessions.' })
})

test('all of them can be audited, and one with a difference makes it fail', async () => {
  const bad = await writeSession(database)
  await database.db.prisma.$executeRaw`UPDATE workshop_sessions SET status = 'ended' WHERE id = ${bad.id}::uuid`
  const all = await said(['--all', '--json'])
  const outcomes: AuditOutcome[] = JSON.parse(all.text)
  expect(all.code).toBe(1)
  expect(outcomes).toHaveLength(2)
  expect(outcomes.find((one) => one.session.id === session.id)?.differences).toEqual([])

  const inWords = await said([bad.id])
  expect(inWords.text).toContain("1 difference:\n  row: the session's row says status ended, its log completed")
  expect(inWords.code).toBe(1)
  expect((await said(['--all'])).text).toContain('2 sessions audited, 1 with differences.')
})

test('an unknown session and a ledger that is none are wrong use', async () => {
  await writeFile(join(folder, 'nonsense'), 'nonsense')
  const wrong = [
    ['there is no session 000000', '000000'],
    ['missing cannot be read (ENOENT)', session.code, '--ledger', 'missing'],
    ['nonsense is none: line 1 is not JSON', session.code, '--ledger', 'nonsense'],
  ] as const
  for (const [words, ...args] of wrong) {
    await expect(said(args)).rejects.toThrow(words)
    await expect(said(args)).rejects.toThrow(WrongUse)
  }
})

test('a database that is not up to date is told', async () => {
  await using old = await testDatabase()
  await old.db.prisma.$executeRaw`DELETE FROM _prisma_migrations WHERE migration_name LIKE '%receipts%'`
  await expect(said([session.code], old.url)).rejects.toThrow('an older version of humuus')
})
