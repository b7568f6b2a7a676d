import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, open, opendir, rename, rm, rmdir, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { checkStorage } from '../check-storage.ts'
import { counted } from '../counted.ts'
import { incomingKey, incomingPrefix, insistOnKey, isKey } from '../file-key.ts'
import { FileMissing, type FileStorage } from '../storage.ts'
import { DiskUploads } from './disk-uploads.ts'
import { removeLeftOver } from './left-over.ts'
import { isMissing, namedAsFull } from './no-room.ts'

type Entry = { key: string; size: number; modifiedAt: number }

/** Files in a folder, which is made if need be. Several processes may have it open. */
export async function openDiskStorage({ dir }: { readonly dir: string }): Promise<FileStorage> {
  // No key begins with a dot.
  const unfinished = join(dir, '.unfinished')
  const notes = join(dir, '.uploads')
  const incoming = join(dir, 'incoming')
  // What it stands in belongs to others, too: the database has its folder there. Why it cannot be made, the next line says.
  await mkdir(dirname(dir), { recursive: true }).catch(() => undefined)
  for (const folder of [dir, incoming, unfinished, notes]) await mkdir(folder, { recursive: true, mode: 0o700 })
  await removeLeftOver(unfinished)

  const pathOf = (key: string) => join(dir, ...key.split('/'))
  const noteOf = (key: string) => join(notes, `${basename(key)}.json`)

  const write: FileStorage['write'] = async (key, body, { size }) => {
    insistOnKey(key)
    const path = pathOf(key)
    const beside = join(unfinished, randomUUID())
    const bytes = counted(body, size)
    try {
      await pipeline(bytes.bytes, createWriteStream(beside, { flags: 'wx', mode: 0o600, flush: true }))
      await moveTo(beside, path)
    } catch (error) {
      await rm(beside, { force: true })
      throw namedAsFull(error)
    }
    return { size: bytes.size() }
  }

  const read: FileStorage['read'] = async (key, range) => {
    if (!isKey(key)) throw new FileMissing(key)
    try {
      const file = await open(pathOf(key))
      // What is a folder opens, too.
      if ((await file.stat()).isFile()) return file.createReadStream(range)
      await file.close()
    } catch (error) {
      if (!isMissing(error)) throw error
    }
    throw new FileMissing(key)
  }

  const about: FileStorage['stat'] = async (key) => {
    if (!isKey(key)) return null
    const found = await statOf(pathOf(key))
    return found && { size: found.size, modifiedAt: found.mtimeMs }
  }

  const removeOne = async (key: string) => {
    await rm(pathOf(key), { force: true })
    if (key.startsWith(incomingPrefix)) return rm(noteOf(key), { force: true })
    const folder = dirname(pathOf(key))
    // Stays where others are in it.
    if (folder !== dir) await rmdir(folder).catch(() => undefined)
  }
  const remove: FileStorage['remove'] = async (keys) => {
    for (const key of keys.filter(isKey)) await removeOne(key)
  }

  async function* list(prefix: string): AsyncGenerator<Entry> {
    const end = prefix.lastIndexOf('/')
    const folder = prefix.slice(0, Math.max(end, 0))
    if (folder !== '' && !isKey(folder)) return
    yield* filesIn(pathOf(folder), folder === '' ? '' : `${folder}/`, prefix)
    if (incomingPrefix.startsWith(prefix) || prefix.startsWith(incomingPrefix)) yield* onlyNoted(prefix)
  }

  /** Uploads of which nothing is left but what tus noted. */
  async function* onlyNoted(prefix: string): AsyncGenerator<Entry> {
    for await (const { name } of await opendir(notes)) {
      const key = incomingKey(basename(name, '.json'))
      if (!key.startsWith(prefix) || (await statOf(pathOf(key)))) continue
      const note = await statOf(noteOf(key))
      if (note) yield { key, size: 0, modifiedAt: note.mtimeMs }
    }
  }

  const storage: FileStorage = {
    uploads: new DiskUploads({ directory: incoming, notes }),
    write,
    read,
    stat: about,
    remove,
    list,
    check: () => checkStorage(storage, `the folder ${dir}`),
    close: async () => undefined,
    [Symbol.asyncDispose]: async () => undefined,
  }
  return storage
}

async function statOf(path: string) {
  try {
    const found = await stat(path)
    return found.isFile() ? found : null
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

/** Its folder may be cleared away by somebody who removed the last file in it. */
async function moveTo(from: string, to: string, attempts = 5): Promise<void> {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 })
  try {
    await rename(from, to)
  } catch (error) {
    if (!isMissing(error) || attempts === 0) throw error
    return moveTo(from, to, attempts - 1)
  }
  // Only then the name outlives a power cut.
  const folder = await open(dirname(to))
  await folder.sync().finally(() => folder.close())
}

async function* filesIn(folder: string, keyPrefix: string, wanted: string): AsyncGenerator<Entry> {
  const entries = await opendir(folder).catch((error) => {
    if (isMissing(error)) return []
    throw error
  })
  for await (const entry of entries) {
    const key = `${keyPrefix}${entry.name}`
    if (!isKey(key) || !(key.startsWith(wanted) || wanted.startsWith(key))) continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* filesIn(path, `${key}/`, wanted)
    const found = entry.isFile() && key.startsWith(wanted) ? await statOf(path) : null
    if (found) yield { key, size: found.size, modifiedAt: found.mtimeMs }
  }
}
