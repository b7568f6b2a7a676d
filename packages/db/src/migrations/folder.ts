import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'

/** One step of the schema's history, as it lies in `prisma/migrations/<name>/migration.sql`. */
export interface Migration {
  readonly name: string
  readonly sql: string
  /** SHA-256 of the script in hex, with either kind of line end: a checkout on another system is not an edit. */
  readonly checksums: readonly string[]
}

export const migrationsFolder: URL = new URL('../../prisma/migrations/', import.meta.url)

/** All migrations of a folder, the oldest first. */
export async function readMigrations(folder: URL = migrationsFolder): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(new URL(`${name}/migration.sql`, folder), 'utf8')
      const lines = sql.replaceAll('\r\n', '\n')
      return { name, sql, checksums: [sha256(sql), sha256(lines), sha256(lines.replaceAll('\n', '\r\n'))] }
    }),
  )
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
