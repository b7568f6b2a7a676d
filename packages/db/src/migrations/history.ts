import type { Migration } from './folder.ts'

/** A row of `_prisma_migrations` that was not rolled back. */
export interface AppliedMigration {
  readonly name: string
  readonly checksum: string
  readonly finished: boolean
}

/** How a database's history differs from the folder's; names, all empty when they agree. */
export interface HistoryDifference {
  /** In the folder and not, or not to its end, in the database. */
  readonly pending: readonly string[]
  /** In the database, not in the folder: a newer version of the software was here. */
  readonly unknown: readonly string[]
  /** Applied with another text than the folder has now. */
  readonly edited: readonly string[]
}

export function compareHistory(
  migrations: readonly Migration[],
  applied: readonly AppliedMigration[],
): HistoryDifference {
  const byName = new Map(applied.map((row) => [row.name, row]))
  const names = new Set(migrations.map(({ name }) => name))
  const isEdited = ({ name, checksums }: Migration) => {
    const row = byName.get(name)
    return row?.finished === true && !checksums.includes(row.checksum)
  }
  return {
    pending: [...names].filter((name) => byName.get(name)?.finished !== true),
    unknown: [...byName.keys()].filter((name) => !names.has(name)),
    edited: migrations.filter(isEdited).map(({ name }) => name),
  }
}

/** Asks the database for rows; both of our clients can do that. */
type Query = <Row>(sql: string) => Promise<Row[]>

/** What `_prisma_migrations` says; nothing for a database that was never migrated. */
export async function appliedMigrations(query: Query): Promise<AppliedMigration[]> {
  const [table] = await query<{ exists: boolean }>(`SELECT to_regclass('_prisma_migrations') IS NOT NULL AS exists`)
  if (!table?.exists) return []
  return query<AppliedMigration>(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished
     FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at`,
  )
}
