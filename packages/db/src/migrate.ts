import { Client } from 'pg'
import type { Database } from './database.ts'
import { apply, ensureHistory } from './migrations/apply.ts'
import { readMigrations } from './migrations/folder.ts'
import { appliedMigrations, compareHistory, type HistoryDifference } from './migrations/history.ts'

/** The database and this version of the software do not fit together; the message says why and what to do. */
export class MigrationRefused extends Error {
  override readonly name = 'MigrationRefused'
  readonly reason: 'database_is_ahead' | 'migration_was_edited'

  constructor(reason: MigrationRefused['reason'], message: string) {
    super(message)
    this.reason = reason
  }
}

/** Whoever migrates a database holds this lock: any number, as long as it stays the same. */
const lock = 4_829_160_113

/**
 * Brings the database up to this version of the software, in one transaction, and names what was applied, oldest first.
 * Processes that start together do it once; the others wait. Throws `MigrationRefused` if the database is ahead or a
 * migration was edited, and whatever a failing script says; then the database is as it was.
 */
export async function migrate(databaseUrl: string, { folder }: { folder?: URL } = {}): Promise<{ applied: string[] }> {
  const migrations = await readMigrations(folder)
  const client = new Client({ connectionString: databaseUrl })
  const pending = async () => {
    const applied = await appliedMigrations(async (sql) => (await client.query(sql)).rows)
    const names = new Set(insistOnOurs(compareHistory(migrations, applied)).pending)
    return migrations.filter(({ name }) => names.has(name))
  }

  await client.connect()
  try {
    // The usual start: nothing to do, and no lock to wait for.
    if ((await pending()).length === 0) return { applied: [] }

    await client.query('BEGIN')
    await client.query('SELECT pg_advisory_xact_lock($1)', [lock])
    await ensureHistory(client)
    const missing = await pending()
    for (const migration of missing) await apply(client, migration)
    await client.query('COMMIT')
    return { applied: missing.map(({ name }) => name) }
  } finally {
    // A connection that ends within a transaction takes back what it did.
    await client.end()
  }
}

/** Names of the migrations this version has and the database has not: none when it is ready. */
export async function pendingMigrations({ prisma }: Database): Promise<string[]> {
  const applied = await appliedMigrations((sql) => prisma.$queryRawUnsafe(sql))
  return [...compareHistory(await readMigrations(), applied).pending]
}

function insistOnOurs(difference: HistoryDifference): HistoryDifference {
  const { unknown, edited } = difference
  if (unknown.length > 0) {
    throw new MigrationRefused(
      'database_is_ahead',
      `a newer version of humuus changed the database (${unknown.join(', ')}): start that version, or restore a backup`,
    )
  }
  if (edited.length > 0) {
    throw new MigrationRefused(
      'migration_was_edited',
      `these migrations were edited after they had been applied to this database: ${edited.join(', ')}. ` +
        'Put them back as they were and make a new migration for the change',
    )
  }
  return difference
}
