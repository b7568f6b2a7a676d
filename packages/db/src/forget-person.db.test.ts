import { randomUUID } from 'node:crypto'
import type { StoredAction } from '@humuus/workshop-engine'
import { beforeEach, expect, test } from 'vitest'
import { type PersonEraser, personEraser } from './forget-person.ts'
import { postgresEventLog } from './postgres-event-log.ts'
import { receiptStore } from './receipt-store.ts'
import { sessionStore } from './session-store.ts'
import { aSession } from './testing/sample-session.ts'
import { type TestDatabase, testDatabase } from './testing/test-database.ts'

let database: TestDatabase
let eraser: PersonEraser

beforeEach(async () => {
  database = await testDatabase()
  eraser = personEraser(database.db)
  return () => database[Symbol.asyncDispose]()
})

type Row = readonly [userId: string, actionType: string, actionData: StoredAction['actionData']]

const progress = { status: 'ended', startedAt: null, completedAt: 1 }

/** A session of Hal's with this log, in which every version but the first was shown. */
async function written(rows: readonly Row[], hostName = 'Hal') {
  const session = await sessionStore(database.db).create(aSession({ facilitatorId: 'hal', settings: { hostName } }))
  await append(session.id, 0, rows)
  const shown = rows.map((_, index) => ({ version: index + 1, role: 'host', digest: 'a' }))
  await receiptStore(database.db).addShown(session.id, shown)
  return session.id
}

async function append(sessionId: string, after: number, rows: readonly Row[]) {
  const actions = rows.map(([userId, actionType, actionData], index): StoredAction => {
    return { version: after + index + 1, commandId: randomUUID(), userId, nodeId: '', actionType, actionData, at: 1 }
  })
  expect(await postgresEventLog(database.db).append(sessionId, after, actions, progress)).toMatchObject({ ok: true })
}

/** Everything that is written about a session. */
const kept = async (sessionId: string) => ({
  log: await postgresEventLog(database.db).read(sessionId, 0),
  settings: (await sessionStore(database.db).get(sessionId))?.settings,
  shown: (await receiptStore(database.db).shown(sessionId)).map(({ version }) => version),
})

const course: readonly Row[] = [
  ['ann', 'joined', { name: 'Ann' }],
  ['bob', 'joined', { name: 'Bob' }],
  ['ann', 'renamed', { participantId: 'ann', name: 'Annabel' }],
  ['hal', 'renamed', { participantId: 'bob', name: 'Robert' }],
  ['hal', 'facilitator_added', { userId: 'ann', name: 'Annabel' }],
  ['ann', 'came_back', { name: 'Ann B.' }],
  ['ann', 'open-question.answered', { slot: 0, text: 'Ann' }],
]
const forgotten: Row = ['system', 'forgotten', { userId: 'ann', name: 'Anonym' }]

test('a person is found in sessions where they took part, and in those that they made', async () => {
  const [one, other] = [await written(course), await written(course.slice(1, 2))]
  expect(await eraser.sessionsOf('ann')).toEqual([one])
  expect(await eraser.sessionsOf('bob')).toEqual([one, other].sort())
  expect(await eraser.sessionsOf('hal')).toEqual([one, other].sort())
  expect(await eraser.sessionsOf('stranger')).toEqual([])
})

test('their names are replaced, and nothing else is touched', async () => {
  const id = await written([...course, forgotten, ['bob', 'renamed', { participantId: 'bob', name: 'Bo' }]])
  const before = await kept(id)
  expect(await eraser.redact('ann', 1_795_000_000_123)).toEqual([])
  const { log, settings, shown } = await kept(id)
  const names = new Map([1, 3, 5, 6].map((version) => [version, 'Anonym']))
  const expected = before.log.map((row) => {
    const name = names.get(row.version)
    return name === undefined ? row : { ...row, actionData: { ...(row.actionData as object), name } }
  })
  expect(log).toEqual(expected)
  expect(settings).toEqual({ hostName: 'Hal', redactedAt: 1_795_000_000_123, redactedTo: 8 })
  expect(shown).toEqual([8, 9])
})

test('done again it changes nothing, not even the time', async () => {
  const id = await written([...course, forgotten])
  await eraser.redact('ann', 1)
  const once = await kept(id)
  await eraser.redact('ann', 2)
  expect(await kept(id)).toEqual(once)
})

test('a session whose log does not say yet that they were forgotten is left alone, and named', async () => {
  const [early, ready] = [await written(course), await written([...course, forgotten])]
  const before = await kept(early)
  expect(await eraser.redact('ann', 1)).toEqual([early])
  expect(await kept(early)).toEqual(before)
  expect((await kept(ready)).shown).toEqual([8])
  await append(early, 7, [forgotten])
  expect(await eraser.redact('ann', 2)).toEqual([])
  expect(JSON.stringify((await kept(early)).log.map(({ actionData }) => actionData))).not.toContain('Annabel')
})

test('the name of whoever made the session goes with it, if they gave one', async () => {
  const gone: Row = ['system', 'forgotten', { userId: 'hal', name: 'Anonym' }]
  const [named, nameless] = [await written([...course, gone]), await written([gone], '')]
  await eraser.redact('hal', 5)
  expect((await kept(named)).settings).toEqual({ hostName: 'Anonym', redactedAt: 5, redactedTo: 8 })
  expect(await kept(nameless)).toMatchObject({ settings: { hostName: '' }, shown: [1] })
})

test('two are forgotten one after the other; who came back under a name and is forgotten again has none', async () => {
  const bobToo: Row = ['system', 'forgotten', { userId: 'bob', name: 'Anonym 2' }]
  const id = await written([...course, forgotten, bobToo])
  await eraser.redact('bob', 1)
  await eraser.redact('ann', 2)
  expect((await kept(id)).settings).toMatchObject({ redactedAt: 2, redactedTo: 9 })
  await append(id, 9, [['ann', 'came_back', { name: 'Ann' }], forgotten])
  await eraser.redact('ann', 3)
  const { log, settings } = await kept(id)
  expect(settings).toMatchObject({ redactedAt: 3, redactedTo: 11 })
  const names = log.map(({ actionData }) => (actionData as { name?: string }).name)
  expect(new Set(names)).toEqual(new Set(['Anonym', 'Anonym 2', undefined]))
})

test('a server that is late does not write down pictures from before', async () => {
  const id = await written([...course, forgotten])
  await eraser.redact('ann', 1)
  const late = [7, 8, 9].map((version) => ({ version, role: 'screen', digest: 'late' }))
  await receiptStore(database.db).addShown(id, late)
  expect((await kept(id)).shown).toEqual([8, 8, 9])
})
