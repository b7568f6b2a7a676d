import { randomBytes, randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { accountStore } from '../account-store.ts'
import { deviceStore } from '../device-store.ts'
import { pendingMigrations } from '../migrate.ts'
import { postgresEventLog } from '../postgres-event-log.ts'
import { serverStore } from '../program-store.ts'
import { sessionStore } from '../session-store.ts'
import { execute } from '../testing/execute.ts'
import { aSession } from '../testing/sample-session.ts'
import { type TestDatabase, testDatabase } from '../testing/test-database.ts'
import { workshopStore } from '../workshop-store.ts'
import { copyDatabase } from './dump.ts'
import { loadDatabase } from './load.ts'
import { keptTables } from './tables.ts'

const awkward = 'tab\t line\n back\\slash \\N “quotes” 🙈'

/** Two accounts, one joined to the other, and a session with rows that a text format could get wrong. */
async function fill({ db }: TestDatabase) {
  const [devices, accounts] = [deviceStore(db), accountStore(db)]
  const people = [
    await devices.signIn({ deviceId: randomUUID(), secretHash: randomBytes(32), label: 'Firefox', now: Date.now() }),
    await devices.signIn({ deviceId: randomUUID(), secretHash: randomBytes(32), label: null, now: Date.now() }),
  ]
  const [ann = '', bob = ''] = people.map((person) => person?.userId)
  await accounts.update(ann, { name: awkward })
  expect(await accounts.join(bob, ann)).toBe(true)
  const session = await sessionStore(db).create(aSession({ facilitatorId: ann }))
  const append = (version: number) =>
    postgresEventLog(db).append(session.id, version, [row(version + 1)], {
      status: 'lobby',
      startedAt: null,
      completedAt: null,
    })
  const row = (version: number) => ({
    version,
    commandId: randomUUID(),
    userId: ann,
    nodeId: '',
    actionType: 'joined',
    actionData: { name: awkward, version },
    at: Date.now(),
  })
  for (const version of [0, 1, 2]) await append(version)
  return { ann, session, append }
}

async function everything(url: string) {
  const tables = keptTables.map((name) => execute(url, `SELECT t::text AS row FROM ${name} t ORDER BY 1`))
  return Promise.all(tables)
}

async function copyOver(from: string, to: string, replace = false) {
  await using copy = await copyDatabase(from)
  await using load = await loadDatabase(to, { migrations: copy.migrations, replace })
  let rowCount = 0
  for await (const { name, columns, rows } of copy.tables()) rowCount += await load.table(name, columns, rows)
  await load.commit()
  return rowCount
}

test('a copy put in place is the same, row for row, and goes on', async () => {
  await using here = await testDatabase()
  await using there = await testDatabase()
  const { append } = await fill(here)
  const before = await everything(here.url)
  expect(await copyOver(here.url, there.url)).toBe(before.flat().length)
  expect(await everything(there.url)).toEqual(before)
  expect(await pendingMigrations(there.db)).toEqual([])

  const next = await fill(there)
  expect(await next.append(3)).toMatchObject({ ok: true })
  expect(await append(3)).toMatchObject({ ok: true })
})

test('what happens while it is made is not in it, not even in part', async () => {
  await using here = await testDatabase()
  await using there = await testDatabase()
  const { append } = await fill(here)
  const before = await everything(here.url)
  await using copy = await copyDatabase(here.url)
  await append(3)
  await fill(here)
  await using load = await loadDatabase(there.url, { migrations: copy.migrations, replace: false })
  for await (const { name, columns, rows } of copy.tables()) await load.table(name, columns, rows)
  await load.commit()
  expect(await everything(there.url)).toEqual(before)
})

test('until it is complete, nothing has happened', async () => {
  await using here = await testDatabase()
  await using there = await testDatabase()
  await fill(here)
  await fill(there)
  const before = await everything(there.url)
  await using copy = await copyDatabase(here.url)
  {
    await using load = await loadDatabase(there.url, { migrations: copy.migrations, replace: true })
    for await (const { name, columns, rows } of copy.tables()) {
      await load.table(name, columns, rows)
      if (name === 'workshop_sessions') break
    }
  }
  expect(await everything(there.url)).toEqual(before)
})

test('rows that do not fit are refused as a whole', async () => {
  await using there = await testDatabase()
  const before = await everything(there.url)
  const { migrations } = await closed(await copyDatabase(there.url))
  const load = await loadDatabase(there.url, { migrations, replace: false })
  await expect(load.table('devices', ['id'], lines('no uuid'))).rejects.toThrow('uuid')
  await load[Symbol.asyncDispose]()
  expect(await everything(there.url)).toEqual(before)
})

test('where people have made something, they are asked first', async () => {
  await using here = await testDatabase()
  await using there = await testDatabase()
  await fill(here)
  await workshopStore(there.db).keepShared({ id: randomUUID(), title: 'Demo', plan: aSession().plan })
  await copyOver(here.url, there.url)
  await expect(copyOver(here.url, there.url)).rejects.toMatchObject({ name: 'LoadRefused', reason: 'not_empty' })
  await copyOver(here.url, there.url, true)
  expect(await everything(there.url)).toEqual(await everything(here.url))
})

test('a database that a server works with is left alone', async () => {
  await using here = await testDatabase()
  await serverStore(here.db).beat(randomUUID())
  await expect(copyOver(here.url, here.url, true)).rejects.toMatchObject({ reason: 'at_work' })
})

test('a copy of a newer version is refused, and so is one of none', async () => {
  await using there = await testDatabase()
  const load = (migrations: string[]) => loadDatabase(there.url, { migrations, replace: false })
  await expect(load(['99990101000000_tomorrow'])).rejects.toMatchObject({ reason: 'newer' })
  await expect(load([])).rejects.toMatchObject({ reason: 'not_ours' })
})

test('a copy of an older version comes back as it was, and is brought up to date by the next start', async () => {
  await using there = await testDatabase()
  const [first = ''] = (await closed(await copyDatabase(there.url))).migrations
  const load = await loadDatabase(there.url, { migrations: [first], replace: false })
  await load.commit()
  await load[Symbol.asyncDispose]()
  expect(await pendingMigrations(there.db)).not.toEqual([])
})

async function closed<Opened extends AsyncDisposable>(opened: Opened): Promise<Opened> {
  await opened[Symbol.asyncDispose]()
  return opened
}

async function* lines(...texts: string[]) {
  for (const text of texts) yield Buffer.from(`${text}\n`)
}
