import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { gunzipSync, gzipSync } from 'node:zlib'
import { testDatabase } from '@humuus/db/testing'
import { expect, test } from 'vitest'
import type { FileBox } from './file-box.ts'
import { restoreBackup } from './restore-backup.ts'
import { scratchFolder } from './testing/scratch-folder.ts'
import { writeBackup } from './write-backup.ts'

const madeAt = Date.UTC(2026, 4, 1, 12)

/** A small place for files, in memory. */
function memoryBox(content: Record<string, string> = {}) {
  const kept = new Map(Object.entries(content))
  const box: FileBox = {
    list: async function* () {
      for (const [key, text] of kept) yield { key, size: Buffer.byteLength(text) }
    },
    read: async (key) => Readable.from([Buffer.from(kept.get(key) ?? '')]),
    write: async (key, body) => kept.set(key, Buffer.concat(await body.toArray()).toString()),
  }
  return { box, kept }
}

/** A backup of an empty installation with two files and secrets, in a folder that goes with the block. */
async function aBackup() {
  const folder = scratchFolder()
  const file = join(folder.path, 'backup.tar.gz')
  const secretsFile = join(folder.path, 'secrets.json')
  await writeFile(secretsFile, '{"internalSecret":"x"}')
  const { box } = memoryBox({
    'one/full.png': 'a picture',
    'two/full.pdf': '',
    'incoming/three': 'half',
    'quarantine/4': '!',
  })
  const database = await testDatabase()
  const closing = await writeBackup(file, { databaseUrl: database.url, files: box, secretsFile, now: () => madeAt })
  const restore = (wish: { files?: FileBox | null; into?: string; replace?: boolean } = {}) =>
    restoreBackup(file, {
      databaseUrl: database.url,
      files: wish.files ?? null,
      secretsFile: wish.into ?? null,
      replace: wish.replace ?? false,
    })
  return {
    ...{ folder: folder.path, file, closing, restore },
    [Symbol.asyncDispose]: async () => {
      await database[Symbol.asyncDispose]()
      folder[Symbol.dispose]()
    },
  }
}

test('files and secrets come back; what was half there or in quarantine stays away', async () => {
  await using backup = await aBackup()
  const { box, kept } = memoryBox()
  const into = join(backup.folder, 'restored.json')
  const restored = await backup.restore({ files: box, into })
  expect(restored).toMatchObject({ madeAt: '2026-05-01T12:00:00.000Z', files: 2 })
  expect(Object.fromEntries(kept)).toEqual({ 'one/full.png': 'a picture', 'two/full.pdf': '' })
  expect(await readFile(into, 'utf8')).toBe('{"internalSecret":"x"}')
})

test('nobody but its owner can read a backup, and one that is there is not overwritten by half of another', async () => {
  await using backup = await aBackup()
  const { mode } = await stat(backup.file)
  expect(mode & 0o777).toBe(0o600)
  const before = await readFile(backup.file)
  const broken: FileBox = {
    ...memoryBox().box,
    list: async function* () {
      yield { key: 'a', size: 1_000 }
    },
    read: async () => Readable.from([Buffer.from('shorter')]),
  }
  await using database = await testDatabase()
  const again = writeBackup(backup.file, { databaseUrl: database.url, files: broken, secretsFile: null, now: Date.now })
  await expect(again).rejects.toThrow()
  expect(await readFile(backup.file)).toEqual(before)
})

test.each([
  ['cut off', (whole: Buffer) => whole.subarray(0, whole.length - 400)],
  ['cut off in the middle', (whole: Buffer) => whole.subarray(0, whole.length / 2)],
  ['without its last entry', (whole: Buffer) => gzipSync(withoutEnd(gunzipSync(whole)))],
  ['something else', () => Buffer.from('not a backup at all, but text')],
  ['some other archive', (whole: Buffer) => gzipSync(renamed(gunzipSync(whole), 'manifest.json', 'manifesto.js'))],
  [
    'of a table that nobody knows',
    (whole: Buffer) => gzipSync(renamed(gunzipSync(whole), 'tables/users', 'tables/pg_db')),
  ],
  ['empty', () => Buffer.alloc(0)],
])('a backup that is %s is refused in words, and changes nothing', async (_, spoil) => {
  await using backup = await aBackup()
  await writeFile(backup.file, spoil(await readFile(backup.file)))
  const into = join(backup.folder, 'restored.json')
  await expect(backup.restore({ into })).rejects.toMatchObject({ name: 'BackupUnusable' })
  await expect(readFile(into)).rejects.toThrow('ENOENT')
})

test('a file that is not there is said to be missing', async () => {
  await using database = await testDatabase()
  const parts = { databaseUrl: database.url, files: null, secretsFile: null, replace: false }
  await expect(restoreBackup('/nowhere/backup.tar.gz', parts)).rejects.toThrow('there is no such file')
})

/** A tar is blocks of 512 bytes; `end.json` is a header and a block, before two empty ones. */
const withoutEnd = (tar: Buffer): Buffer => {
  const at = tar.lastIndexOf('end.json')
  return Buffer.concat([tar.subarray(0, at), Buffer.alloc(1_024)])
}

/** The first entry that begins like this gets another name of the same length, and its checksum. */
function renamed(tar: Buffer, from: string, to: string): Buffer {
  const at = tar.indexOf(from)
  tar.write(to.padEnd(from.length), at, 'latin1')
  const header = tar.subarray(at, at + 512)
  header.fill(' ', 148, 156)
  const sum = header.reduce((total, byte) => total + byte, 0)
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1')
  return tar
}
