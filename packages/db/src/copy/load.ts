import { pipeline } from 'node:stream/promises'
import { Client } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { apply, ensureHistory } from '../migrations/apply.ts'
import { readMigrations } from '../migrations/folder.ts'
import { type KeptTable, keptTables, passingTables } from './tables.ts'

/** A copy that cannot be put in place; the message says why and what to do. */
export class LoadRefused extends Error {
  override readonly name = 'LoadRefused'
  readonly reason: 'newer' | 'not_ours' | 'at_work' | 'not_empty'

  constructor(reason: LoadRefused['reason'], message: string) {
    super(message)
    this.reason = reason
  }
}

export interface DatabaseLoad extends AsyncDisposable {
  /** Puts a table's rows in place and says how many they were. Parents come before children, as `copyDatabase` gives them. */
  table(name: KeptTable, columns: readonly string[], rows: AsyncIterable<Uint8Array>): Promise<number>
  /** Until this is called nothing has happened. */
  commit(): Promise<void>
}

export interface LoadOptions {
  /** Those of the copy. */
  readonly migrations: readonly string[]
  /** Whether what people made there may go. */
  readonly replace: boolean
}

/**
 * Opens a database for a copy, in one transaction: its tables are made anew as they were in the version that the copy comes from.
 * Throws `LoadRefused` where a newer version made the copy, where a server is at work, or where people have made something.
 */
export async function loadDatabase(databaseUrl: string, { migrations, replace }: LoadOptions): Promise<DatabaseLoad> {
  const known = await readMigrations()
  const wanted = known.filter(({ name }) => migrations.includes(name))
  if (wanted.length < migrations.length)
    throw new LoadRefused('newer', 'a newer version of humuus made this backup: restore it with that version')
  if (wanted.length === 0) throw new LoadRefused('not_ours', 'this backup names no version of the database')

  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query('BEGIN')
    await insistOnQuiet(client)
    if (!replace) await insistOnNobody(client)
    for (const table of [...keptTables, ...passingTables, '_prisma_migrations'])
      await client.query(`DROP TABLE IF EXISTS ${table} CASCADE`)
    await ensureHistory(client)
    for (const migration of wanted) await apply(client, migration)
  } catch (error) {
    // A connection that ends within a transaction takes back what it did.
    await client.end()
    throw error
  }

  return {
    table: async (name, columns, rows) => {
      const list = columns.map((column) => client.escapeIdentifier(column)).join(', ')
      const sink = client.query(copyFrom(`COPY ${name} (${list}) FROM STDIN`))
      await pipeline(rows, sink)
      return sink.rowCount
    },
    commit: async () => {
      await client.query(
        `SELECT setval(pg_get_serial_sequence('participant_actions', 'id'), max(id)) FROM participant_actions HAVING max(id) > 0`,
      )
      await client.query('COMMIT')
      await client.query('ANALYZE')
    },
    [Symbol.asyncDispose]: () => client.end(),
  }
}

const exists = async (client: Client, table: string): Promise<boolean> =>
  (await client.query('SELECT to_regclass($1) IS NOT NULL AS exists', [table])).rows[0].exists

/** A server says every few seconds that it lives. */
async function insistOnQuiet(client: Client): Promise<void> {
  if (!(await exists(client, 'servers'))) return
  const alive = await client.query(
    `SELECT FROM servers WHERE seen_at > (now() AT TIME ZONE 'UTC') - interval '8 seconds'`,
  )
  if (alive.rowCount !== 0) throw new LoadRefused('at_work', 'a server is at work with this database: stop it first')
}

/** The demos are everybody's and no loss. */
async function insistOnNobody(client: Client): Promise<void> {
  if (!(await exists(client, 'users'))) return
  const { rows } = await client.query<{ people: string; sessions: string }>(
    `SELECT (SELECT count(*) FROM users) AS people, (SELECT count(*) FROM workshop_sessions) AS sessions`,
  )
  const [{ people, sessions } = { people: '0', sessions: '0' }] = rows
  if (people === '0' && sessions === '0') return
  throw new LoadRefused(
    'not_empty',
    `there are ${people} people and ${sessions} sessions in this database already: name another one, or add --replace, and they are gone`,
  )
}
