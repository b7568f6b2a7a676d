import { readFile } from 'node:fs/promises'
import { copyDatabase } from '@humuus/db'
import { type ArchiveWriter, writeArchive } from './archive-writer.ts'
import type { FileBox } from './file-box.ts'
import { type Closing, type Manifest, names } from './manifest.ts'

export interface BackupParts {
  readonly databaseUrl: string
  /** `null`: without files. */
  readonly files: FileBox | null
  /** The installation's own secrets; `null`: without. */
  readonly secretsFile: string | null
  readonly now: () => number
}

/** Rows are gathered into parts of this size, because a part has to say how long it is before it begins. */
const partBytes = 4 * 1_048_576

/** What is on its way, or waits for its removal, is not worth keeping. */
const notKept = /^(incoming|quarantine)\//

/** Writes all of an installation into one file, as of one moment, while people go on working with it. */
export async function writeBackup(file: string, parts: BackupParts): Promise<Closing> {
  let closing: Closing = { rows: {}, files: 0 }
  await writeArchive(file, async (archive) => {
    closing = { rows: await writeTables(archive, parts), files: await writeFiles(archive, parts.files) }
    await archive.json(names.closing, closing)
  })
  return closing
}

async function writeTables(archive: ArchiveWriter, { databaseUrl, secretsFile, now }: BackupParts) {
  await using copy = await copyDatabase(databaseUrl)
  const madeAt = new Date(now()).toISOString()
  await archive.json(names.manifest, {
    format: 'humuus-backup/1',
    madeAt,
    migrations: [...copy.migrations],
  } satisfies Manifest)
  const secrets = secretsFile === null ? null : await read(secretsFile)
  if (secrets !== null) await archive.bytes(names.secrets, secrets)
  const rowCounts: Record<string, number> = {}
  for await (const { name, columns, rows, rowCount } of copy.tables()) {
    await archive.json(names.columns(name), columns)
    let number = 0
    for await (const part of inParts(rows)) await archive.bytes(names.rows(name, ++number), part)
    rowCounts[name] = rowCount()
  }
  return rowCounts
}

async function* inParts(bytes: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  let part: Buffer[] = []
  let size = 0
  for await (const chunk of bytes) {
    part.push(chunk)
    size += chunk.length
    if (size < partBytes) continue
    yield Buffer.concat(part)
    part = []
    size = 0
  }
  if (size > 0) yield Buffer.concat(part)
}

async function writeFiles(archive: ArchiveWriter, files: FileBox | null): Promise<number> {
  let count = 0
  if (files === null) return count
  for await (const { key, size } of files.list('')) {
    if (notKept.test(key)) continue
    const body = await files.read(key).catch(() => null)
    // Its time was over between the two looks.
    if (body === null) continue
    await archive.stream(names.file(key), size, body)
    count++
  }
  return count
}

async function read(file: string): Promise<Buffer | null> {
  try {
    return await readFile(file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
