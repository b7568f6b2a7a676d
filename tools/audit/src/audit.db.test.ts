import { randomUUID } from 'node:crypto'
import { personEraser, postgresEventLog, sessionStore } from '@humuus/db'
import { type TestDatabase, testDatabase } from '@humuus/db/testing'
import { beforeEach, describe, expect, test } from 'vitest'
import { audit } from './audit.ts'
import type { AuditOutcome } from './outcome.ts'
import { printAudit } from './print.ts'
import { type WrittenSession, writeSession } from './testing/written-session.ts'

let database: TestDatabase
let session: WrittenSession

beforeEach(async () => {
  database = await testDatabase()
  session = await writeSession(database)
  return () => database[Symbol.asyncDispose]()
})

/** Does what no program of ours does. */
const damage = (sql: string, ...values: unknown[]) => database.db.prisma.$executeRawUnsafe(sql, ...values)

async function audited(ledger?: WrittenSession['ledger']): Promise<AuditOutcome> {
  const outcome = await audit(database.db, session.id, ledger)
  if (outcome === null) throw new Error('there is no such session')
  return outcome
}

const found = async (ledger?: WrittenSession['ledger']) =>
  (await audited(ledger)).differences.map(({ check, what }) => `${check}: ${what}`)

test('a session that nobody touched has no difference, and its figures are told', async () => {
  const commands = session.log.filter(({ commandId }) => commandId !== null).length
  expect(await audited(session.ledger)).toEqual({
    session: {
      id: session.id,
      joinCode: session.code,
      title: 'Audited',
      status: 'completed',
      version: session.log.length,
      createdAt: expect.any(Number),
    },
    log: { events: session.log.length, counted: commands, people: 3 },
    refused: { step_closed: 1 },
    duplicates: 4,
    devices: { reported: 3, issued: 15, waiting: 0, acknowledged: 14, refused: 1 },
    answers: { due: 9, counted: 9 },
    replay: { views: 6 },
    shown: { digests: 12, versions: 4 },
    redactedAt: null,
    ledger: {
      issued: commands + 1,
      acknowledged: commands,
      refused: { step_closed: 1 },
      unanswered: 0,
      duplicates: 0,
      due: 9,
    },
    differences: [],
  })
})

test('an audit by the address of the database is the same, and writes nothing', async () => {
  await damage(`ALTER DATABASE "${new URL(database.url).pathname.slice(1)}" SET default_transaction_read_only = on`)
  expect(await audit(database.url, session.id)).toEqual(await audited())
  expect(await audit(database.url, randomUUID())).toBeNull()
})

test('a session that has only been made, or goes on, has no difference', async () => {
  await damage('DELETE FROM participant_actions')
  for (const table of ['command_refusals', 'page_receipts', 'shown_digests']) await damage(`DELETE FROM ${table}`)
  await damage("UPDATE workshop_sessions SET version = 0, status = 'created', started_at = NULL, completed_at = NULL")
  expect((await audited()).differences).toEqual([])
})

/** Says that Ann is forgotten, as a room does, and takes her name out of the log. */
async function forget(): Promise<void> {
  const version = session.log.length + 1
  const forgotten = { version, commandId: null, userId: 'system', nodeId: '', actionType: 'forgotten', at: Date.now() }
  const actionData = { userId: 'person-1', name: 'Anonymous' }
  const { status, startedAt, completedAt } = (await sessionStore(database.db).get(session.id)) ?? { status: '' }
  const progress = { status, startedAt: startedAt ?? null, completedAt: completedAt ?? null }
  await postgresEventLog(database.db).append(session.id, version - 1, [{ ...forgotten, actionData }], progress)
  expect(await personEraser(database.db).redact('person-1', Date.parse('2026-11-24'))).toEqual([])
}

test('names that were taken out of the log are told, and are no difference', async () => {
  await forget()
  const outcome = await audited(session.ledger)
  expect(outcome).toMatchObject({ redactedAt: Date.parse('2026-11-24'), shown: { digests: 0 }, differences: [] })
  expect(printAudit(outcome)).toContain(
    'names of a person were removed on 2026-11-24 00:00 UTC; pictures before that cannot be compared',
  )
})

test('all the rest is still compared after names were taken out', async () => {
  await forget()
  await damage(`DELETE FROM participant_actions WHERE version = ${session.answer.version}`)
  expect(await found(session.ledger)).toContain('ledger: Anonymous at quiz-2: acknowledged ["3"], counted nothing')
})

describe('damage is found and named:', () => {
  const row = () => session.answer
  const where = () => `WHERE version = ${row().version}`

  test('a deleted row', async () => {
    await damage(`DELETE FROM participant_actions ${where()}`)
    const differences = await found(session.ledger)
    expect(differences).toEqual(
      expect.arrayContaining([
        `log: version ${row().version} is missing`,
        `promises: command ${row().commandId} was acknowledged to a device of ${row().userId} and is not in the log`,
        `ledger: command ${row().commandId} of ${row().userId} was acknowledged and is not in the log`,
        'ledger: Ann at quiz-2: acknowledged ["3"], counted nothing',
        expect.stringMatching(/^shown: what was shown to host at version \d+ is not what the log leads to$/),
      ]),
    )
  })

  test('a row that was taken away so that no hole is left', async () => {
    await damage(`DELETE FROM participant_actions ${where()}`)
    await damage(`UPDATE participant_actions SET version = -version WHERE version > ${row().version}`)
    await damage('UPDATE participant_actions SET version = -version - 1 WHERE version < 0')
    await damage('UPDATE workshop_sessions SET version = version - 1')
    const differences = await found()
    expect(differences.filter((one) => one.startsWith('log:'))).toEqual([])
    expect(differences).toContain(
      `promises: command ${row().commandId} was acknowledged to a device of ${row().userId} and is not in the log`,
    )
    expect(differences.some((one) => one.startsWith('shown:'))).toBe(true)
  })

  test('an altered answer', async () => {
    await damage(`UPDATE participant_actions SET action_data = '{"choice":[1],"elapsed":0}' ${where()}`)
    expect(await found()).toContainEqual(expect.stringMatching(/^shown: what was shown to host at version \d+ is not/))
    expect(await found(session.ledger)).toContain('ledger: Ann at quiz-2: acknowledged ["3"], counted ["4"]')
  })

  test('an answer in the name of somebody else', async () => {
    await damage(`UPDATE participant_actions SET user_id = 'person-3' ${where()}`)
    expect(await found(session.ledger)).toContain(
      `ledger: command ${row().commandId} of person-1 is in the log as one of person-3`,
    )
  })

  test('a row that no version wrote', async () => {
    await damage(`UPDATE participant_actions SET action_data = '{"choice":"all"}' ${where()}`)
    expect(await found()).toContainEqual(
      expect.stringMatching(`^row: version ${row().version} \\(quiz.answered\\) cannot be read: `),
    )
    await damage(`UPDATE participant_actions SET action_type = 'vanished', action_data = '{}' ${where()}`)
    expect(await found()).toContain(
      `row: version ${row().version} (vanished) cannot be read: unknown event in the log: vanished`,
    )
  })

  test('a plan that is none', async () => {
    await damage(`UPDATE workshop_sessions SET plan = '{}'`)
    expect(await found()).toEqual(["row: the session's row holds no plan that can be read"])
  })

  test('a plan with other words', async () => {
    await damage(`UPDATE workshop_sessions SET plan = replace(plan::text, 'Coffee', 'Cocoa')::jsonb`)
    expect((await found()).some((one) => one.startsWith('shown: what was shown to screen'))).toBe(true)
  })

  test('a changed status and changed times', async () => {
    await damage("UPDATE workshop_sessions SET status = 'ended', completed_at = NULL")
    expect(await found()).toEqual([
      "row: the session's row says status ended, its log completed",
      expect.stringMatching(/^row: the session's row says completedAt null, its log 20/),
    ])
  })

  test('a changed version', async () => {
    await damage('UPDATE workshop_sessions SET version = version + 2')
    const head = session.log.length
    expect(await found()).toEqual([`log: version ${head + 1}–${head + 2} is missing`])
  })

  test('a log whose time runs backwards', async () => {
    await damage(`UPDATE participant_actions SET "timestamp" = "timestamp" + interval '1 day' ${where()}`)
    expect(await found()).toContain(`log: time runs backwards at version ${row().version + 1}`)
  })

  test('a duplicated command', async () => {
    await damage('DROP INDEX command_once')
    await damage(`UPDATE participant_actions SET command_id = $1 WHERE version = ${row().version + 1}`, row().commandId)
    expect(await found(session.ledger)).toEqual(
      expect.arrayContaining([
        `log: command ${row().commandId} stands twice, at versions ${row().version} and ${row().version + 1}`,
        `ledger: command ${row().commandId} of ${row().userId} is in the log 2 times`,
      ]),
    )
  })

  test('a forged receipt', async () => {
    const forged = randomUUID()
    await damage(`UPDATE page_receipts SET acknowledged = acknowledged || $1::uuid WHERE user_id = 'person-2'`, forged)
    expect(await found()).toEqual([
      `promises: command ${forged} was acknowledged to a device of person-2 and is not in the log`,
    ])
  })

  test('a refusal of something that counts', async () => {
    await damage(
      `INSERT INTO command_refusals SELECT id, $1, 'person-1', '{"code":"paused"}' FROM workshop_sessions`,
      row().commandId,
    )
    expect(await found()).toEqual([`promises: command ${row().commandId} was refused for good and is in the log`])
  })

  test('an altered fingerprint, and two for one version', async () => {
    const digest = 'f'.repeat(64)
    await damage(
      `INSERT INTO shown_digests SELECT session_id, version, role, $1 FROM shown_digests WHERE role = 'screen' ORDER BY version LIMIT 1`,
      digest,
    )
    expect(await found()).toEqual([
      expect.stringMatching(/^shown: two different things were shown to screen at version \d+$/),
      expect.stringMatching(/^shown: what was shown to screen at version \d+ is not what the log leads to$/),
    ])
    await damage('DELETE FROM shown_digests WHERE digest <> $1', digest)
    expect(await found()).toHaveLength(1)
  })

  test('a ledger that was told something else', async () => {
    const ledger = session.ledger.map((entry) =>
      entry.commandId === row().commandId ? { ...entry, answers: [{ ok: true as const, version: 1 }] } : entry,
    )
    expect(await found(ledger)).toContain(
      `ledger: command ${row().commandId} of person-1 was acknowledged as version 1 and is ${row().version}`,
    )
  })
})
