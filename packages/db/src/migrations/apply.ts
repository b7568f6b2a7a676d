import { randomUUID } from 'node:crypto'
import type { ClientBase } from 'pg'
import type { Migration } from './folder.ts'

// As Prisma makes it, so that `prisma migrate` reads the same history and can go on with it.
const table = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`

const takeBack =
  'UPDATE _prisma_migrations SET rolled_back_at = now() WHERE migration_name = $1 AND finished_at IS NULL'

const enter = `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
  VALUES ($1, $2, $3, clock_timestamp(), 1)`

/** Makes the table that remembers what was applied, if it is missing. */
export async function ensureHistory(client: ClientBase): Promise<void> {
  await client.query(table)
}

/** Runs the script and enters it into the history. Throws, naming the migration, with PostgreSQL's words. */
export async function apply(client: ClientBase, { name, sql, checksums }: Migration): Promise<void> {
  try {
    await client.query(takeBack, [name])
    await client.query(sql)
    await client.query(enter, [randomUUID(), checksums[0], name])
  } catch (cause) {
    const words = cause instanceof Error ? cause.message : String(cause)
    throw new Error(`the migration ${name} failed, and the database is as it was before: ${words}`, { cause })
  }
}
