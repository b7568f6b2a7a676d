import { Client } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { appliedMigrations } from '../migrations/history.ts'
import { type KeptTable, keptTables } from './tables.ts'

/** A table as it was at the moment of the copy. */
export interface TableCopy {
  readonly name: KeptTable
  readonly columns: readonly string[]
  /** PostgreSQL's own text format; to be read to its end before the next table is asked for. */
  readonly rows: AsyncIterable<Buffer>
  /** How many they were, once they are read. */
  rowCount(): number
}

export interface DatabaseCopy extends AsyncDisposable {
  /** Names of the migrations that made these tables, oldest first. */
  readonly migrations: readonly string[]
  tables(): AsyncIterable<TableCopy>
  /** Rows of a question, as of the same moment. */
  query<Row extends object>(sql: string): Promise<Row[]>
}

/** All of the database at one moment, read while people go on working with it. Writes nothing. */
export async function copyDatabase(databaseUrl: string): Promise<DatabaseCopy> {
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  const query = async <Row extends object>(sql: string): Promise<Row[]> => (await client.query<Row>(sql)).rows
  const columnsOf = async (table: string) => {
    const columns = await client.query<{ name: string }>(
      `SELECT attname AS name FROM pg_attribute
       WHERE attrelid = to_regclass($1) AND attnum > 0 AND NOT attisdropped ORDER BY attnum`,
      [table],
    )
    return columns.rows.map(({ name }) => name)
  }
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    const applied = await appliedMigrations(async (sql) => (await client.query(sql)).rows)
    const migrations = applied.filter(({ finished }) => finished).map(({ name }) => name)
    return {
      migrations: migrations.sort(),
      query,
      tables: async function* () {
        for (const name of keptTables) {
          const columns = await columnsOf(name)
          // A database of an older version has not got all of them.
          if (columns.length === 0) continue
          const list = columns.map((column) => client.escapeIdentifier(column)).join(', ')
          const rows = client.query(copyTo(`COPY ${name} (${list}) TO STDOUT`))
          yield { name, columns, rows, rowCount: () => rows.rowCount }
        }
      },
      [Symbol.asyncDispose]: () => client.end(),
    }
  } catch (error) {
    await client.end()
    throw error
  }
}
