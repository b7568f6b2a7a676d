import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type TestDatabase, testDatabase } from '@humuus/db/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AuditOutcome } from './outcome.ts'
import { type WrittenSession, writeSession } from './testing/written-session.ts'

const main = fileURLToPath(new URL('main.ts', import.meta.url))
const oneLine = /^audit: [^\n]+\n$/

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

function run(args: readonly string[], databaseUrl = database.url) {
  const command = ['--conditions=@humuus/source', '--import', 'tsx', main, ...args]
  const env = { ...process.env, DATABASE_URL: databaseUrl, INIT_CWD: folder }
  return new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
    const child = execFile(process.execPath, command, { env }, (_, stdout, stderr) => {
      resolve({ code: child.exitCode ?? -1, stdout, stderr })
    })
  })
}

test('a session is found by its code and told about in words, with the ledger of its senders', async () => {
  await writeFile(join(folder, 'ledger.jsonl'), session.ledger.map((entry) => JSON.stringify(entry)).join('\n'))
  const { code, stdout, stderr } = await run([session.code, '--ledger', 'ledger.jsonl'])
  expect(stderr).toBe('')
  expect(stdout).toContain(`"Audited", code ${session.code}, completed`)
  expect(stdout).toMatch(/Refused +1 \(step_closed 1\)/)
  expect(stdout).toMatch(/Answers +9 in the report, 9 recounted from the log/)
  expect(stdout).toContain('9 answers due by the ledger alone')
  expect(stdout).toContain('No difference: what was acknowledged is counted, exactly once.')
  expect(code).toBe(0)
})

test('without a name sessions are listed; all of them can be audited, and one with a difference makes it fail', async () => {
  const listed = await run([])
  expect(listed).toMatchObject({ code: 0, stderr: '' })
  expect(listed.stdout).toMatch(new RegExp(`^${session.code}  ${session.id}  .* completed .* Audited\n$`))
  expect(await run(['--since', '2999-01-01'])).toMatchObject({ code: 0, stdout: 'There are no sessions.\n' })

  const bad = await writeSession(database)
  await database.db.prisma.$executeRaw`UPDATE workshop_sessions SET status = 'ended' WHERE id = ${bad.id}::uuid`
  const all = await run(['--all', '--json'])
  const outcomes: AuditOutcome[] = JSON.parse(all.stdout)
  expect(all.code).toBe(1)
  expect(outcomes).toHaveLength(2)
  expect(outcomes.find((one) => one.session.id === session.id)?.differences).toEqual([])
  const inWords = await run([bad.id])
  expect(inWords.stdout).toContain("1 difference:\n  row: the session's row says status ended, its log completed")
  expect(inWords.code).toBe(1)
})

test('wrong use is told in one line, with exit code 2', async () => {
  await writeFile(join(folder, 'nonsense'), 'nonsense')
  const wrong = [['--al'], ['000000'], [session.code, '--ledger', 'missing'], [session.code, '--ledger', 'nonsense']]
  for (const { code, stdout, stderr } of await Promise.all(wrong.map((args) => run(args)))) {
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(oneLine)
  }
})

test('a database that is not there, or is not up to date, is told in one line, with exit code 1', async () => {
  const nobody = await run([session.code], 'postgresql://humuus:secret@127.0.0.1:1/humuus')
  expect(nobody).toEqual({ code: 1, stdout: '', stderr: "audit: Can't reach database server at 127.0.0.1:1\n" })
  await using old = await testDatabase()
  await old.db.prisma.$executeRaw`DELETE FROM _prisma_migrations WHERE migration_name LIKE '%receipts%'`
  expect(await run([session.code], old.url)).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('older version'),
  })
})
