import { chmod, rename, writeFile } from 'node:fs/promises'
import { type DatabaseLoad, isKeptTable, loadDatabase, migrate } from '@humuus/db'
import { type ArchiveReader, readArchive } from './archive-reader.ts'
import { BackupUnusable } from './backup-unusable.ts'
import type { FileBox } from './file-box.ts'
import { Closing, Columns, Manifest, names } from './manifest.ts'

export interface RestoreParts {
  readonly databaseUrl: string
  /** `null`: files are left out. */
  readonly files: FileBox | null
  /** Where the installation keeps its secrets; `null`: they are left out. */
  readonly secretsFile: string | null
  /** Whether what people made here may go. */
  readonly replace: boolean
}

export interface Restored extends Closing {
  readonly madeAt: string
}

/**
 * Puts a backup in place, as a whole or not at all, and brings the database up to date. Throws `BackupUnusable` or
 * `LoadRefused` in words; then the database is as it was.
 */
export async function restoreBackup(file: string, parts: RestoreParts): Promise<Restored> {
  await using archive = readArchive(file)
  const manifest = await archive.json(names.manifest, Manifest)
  const secrets = (await archive.next()) === names.secrets ? await bytesOf(archive) : null
  const { migrations } = manifest
  await using load = await loadDatabase(parts.databaseUrl, { migrations, replace: parts.replace })
  const rows = await loadTables(archive, load)
  const files = await loadFiles(archive, parts.files)
  const closing = await archive.json(names.closing, Closing)
  if (!isSame(rows, closing.rows) || closing.files !== files.found)
    throw new BackupUnusable('the backup holds less than it says')
  await load.commit()
  if (secrets !== null && parts.secretsFile !== null) await replaceSecrets(parts.secretsFile, secrets)
  await migrate(parts.databaseUrl)
  return { madeAt: manifest.madeAt, rows, files: files.written }
}

async function loadTables(archive: ArchiveReader, load: DatabaseLoad): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (let table = tableOf(await archive.next()); table !== null; table = tableOf(await archive.next())) {
    if (!isKeptTable(table)) throw new BackupUnusable(`the backup holds a table that is unknown here: ${table}`)
    const columns = await archive.json(names.columns(table), Columns)
    counts[table] = await load.table(table, columns, archive.joined(`tables/${table}/`))
  }
  return counts
}

const tableOf = (entry: string | null): string | null => /^tables\/([^/]+)\//.exec(entry ?? '')?.[1] ?? null

async function loadFiles(archive: ArchiveReader, files: FileBox | null): Promise<{ found: number; written: number }> {
  let [found, written] = [0, 0]
  for (let key = keyOf(await archive.next()); key !== null; key = keyOf(await archive.next())) {
    const body = await archive.body()
    found++
    if (files === null) {
      body.resume()
      continue
    }
    await files.write(key, body, { type: 'application/octet-stream' })
    written++
  }
  return { found, written }
}

const keyOf = (entry: string | null): string | null => /^files\/(.+)$/s.exec(entry ?? '')?.[1] ?? null

async function bytesOf(archive: ArchiveReader): Promise<Buffer> {
  return Buffer.concat(await (await archive.body()).toArray())
}

async function replaceSecrets(file: string, content: Buffer): Promise<void> {
  const draft = `${file}.${process.pid}`
  await writeFile(draft, content, { mode: 0o600, flush: true })
  await chmod(draft, 0o600)
  await rename(draft, file)
}

const isSame = (one: Readonly<Record<string, number>>, other: Readonly<Record<string, number>>): boolean =>
  Object.keys({ ...one, ...other }).every((name) => one[name] === other[name])
