/**
 * How far one PostgreSQL goes: `tsx --conditions=@humuus/source bench/database.ts [seconds]`. Appends of votes through the real
 * log to a PostgreSQL of its own that writes durably: one session and many, one vote at a time and batches; then what an answer takes on
 * the disk, indexes included. It shares the machine with us who ask; CPU is PostgreSQL's alone.
 */
import { randomUUID } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate, openDatabase, postgresEventLog, sessionStore } from '@humuus/db'
import { startPostgres } from '@humuus/db/embedded'
import { childrenOf } from '@humuus/rig'
import { engine, type StoredAction } from '@humuus/workshop-engine'
import { cpuSeconds } from './processes.ts'
import { figure, table } from './table.ts'

const seconds = Number(process.argv[2] ?? 5)
const connections = 16
/** Sessions in which an answer is on its way at the same moment. */
const busy = 100

const plan = engine.plan.parse({
  format: 'humuus/1',
  title: 'How far one database goes',
  nodes: Array.from({ length: 10 }, (_, index) => ({
    id: `question-${index}`,
    type: 'poll',
    data: { text: 'Which one of these two do you like better?', options: [{ text: 'This one' }, { text: 'That one' }] },
  })),
})
const progress = { status: 'active', startedAt: Date.now(), completedAt: null }
const people = Array.from({ length: 1_000 }, () => randomUUID())

const aVote = (version: number): StoredAction => ({
  version,
  commandId: randomUUID(),
  userId: people[version % people.length] ?? '',
  nodeId: 'question-0',
  actionType: 'poll.voted',
  actionData: { choice: [version % 2], elapsed: 4_000 + (version % 9_000) },
  at: Date.now(),
})

const folder = await mkdtemp(join(tmpdir(), 'humuus-database-'))
// Started by root, PostgreSQL runs as somebody else, who has to get in.
await chmod(folder, 0o755)
const postgres = await startPostgres({ dataDir: join(folder, 'postgres'), durable: true })
await migrate(postgres.url)
const db = openDatabase(postgres.url, { max: connections })
const log = postgresEventLog(db)
const sessions = sessionStore(db)

interface Load {
  readonly name: string
  readonly sessions: number
  readonly votes: number
}

/** Each writer has sessions of its own: nobody loses a race here. */
async function append(ids: readonly string[], votes: number): Promise<number> {
  const writers = Math.min(ids.length, busy)
  const end = performance.now() + seconds * 1_000
  const counts = await Promise.all(
    Array.from({ length: writers }, async (_, writer) => {
      const own = ids.filter((_, index) => index % writers === writer).map((id) => ({ id, version: 0 }))
      let appends = 0
      for (; performance.now() < end; appends++) {
        const session = own[appends % own.length]
        if (session === undefined) break
        const batch = Array.from({ length: votes }, (_, index) => aVote(session.version + 1 + index))
        const appended = await log.append(session.id, session.version, batch, progress)
        if (!appended.ok) throw new Error(appended.reason)
        session.version = appended.version
      }
      return appends
    }),
  )
  return counts.reduce((sum, each) => sum + each, 0)
}

async function newSession(): Promise<string> {
  const wish = { workshopId: randomUUID(), facilitatorId: randomUUID(), plan, settings: {}, now: Date.now() }
  return (await sessions.create(wish)).id
}

const databaseCpu = async () => cpuSeconds([postgres.pid, ...(await childrenOf(postgres.pid))])

async function walBytes(): Promise<number> {
  const [row] = await db.prisma.$queryRaw<[{ bytes: number }]>`
    SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::float8 AS bytes`
  return row.bytes
}

async function measured(load: Load) {
  const ids = await Promise.all(Array.from({ length: load.sessions }, newSession))
  const [cpu, wal, began] = [await databaseCpu(), await walBytes(), performance.now()]
  const appends = await append(ids, load.votes)
  const took = (performance.now() - began) / 1_000
  const used = (await databaseCpu()) - cpu
  const votes = appends * load.votes
  return {
    row: [
      load.name,
      figure(appends / took),
      figure(votes / took),
      figure((used / appends) * 1e6),
      figure((used / votes) * 1e6),
      (used / took).toFixed(2),
      figure(((await walBytes()) - wal) / votes),
    ],
  }
}

const loads: Load[] = [
  { name: 'one session, a vote at a time', sessions: 1, votes: 1 },
  { name: '500 sessions, a vote at a time', sessions: 500, votes: 1 },
  { name: '500 sessions, 20 votes at a time', sessions: 500, votes: 20 },
  { name: 'one session, 500 votes at a time', sessions: 1, votes: 500 },
]
try {
  const rows: string[][] = []
  for (const load of loads) rows.push((await measured(load)).row)
  const head = ['', 'appends/s', 'votes/s', 'CPU µs/append', 'CPU µs/vote', 'cores in use', 'WAL bytes/vote']
  console.log(`${table(head, rows)}\n`)

  await db.prisma.$executeRawUnsafe('VACUUM ANALYZE participant_actions')
  const [size] = await db.prisma.$queryRaw<[{ rows: number; heap: number; indexes: number; session: number }]>`
    SELECT (SELECT count(*)::int FROM participant_actions) AS rows,
      pg_table_size('participant_actions')::float8 AS heap,
      pg_indexes_size('participant_actions')::float8 AS indexes,
      (SELECT avg(pg_column_size(workshop_sessions.*))::float8 FROM workshop_sessions) AS session`
  console.log(
    table(
      ['on the disk', 'bytes'],
      [
        ['an answer: its row', figure(size.heap / size.rows)],
        ['an answer: its place in indexes', figure(size.indexes / size.rows)],
        ['an answer: both', figure((size.heap + size.indexes) / size.rows)],
        ['a session of ten steps: its row', figure(size.session)],
      ],
    ),
  )
  console.log(`\n${figure(size.rows)} answers; load of the machine ${loadavg()[0]?.toFixed(1)}`)
} finally {
  await db.close()
  await postgres.stop()
  await rm(folder, { recursive: true, force: true })
}
process.exit(0)
