import type { FileRejection, FileWork } from '@humuus/api'
import type { FileRecord, FileStore } from '@humuus/db'
import { type FileStorage, incomingKey } from '@humuus/files'
import type { FileLife } from './life.ts'
import type { Tell } from './telling.ts'
import { variantsOf } from './variants.ts'

/** What is younger may be on its way to where it belongs. */
const youngMs = 3_600_000

/** So many rows, or keys, are compared together. */
const batch = 500

export interface ReconcileParts {
  readonly store: FileStore
  readonly storage: FileStorage
  readonly life: Pick<FileLife, 'scanned'>
  readonly tell: Tell
  readonly now: () => number
  /** Told what was found, by ids alone. */
  readonly onFound: (what: 'bytes without a row' | 'a row without bytes', details: object) => void
}

/** Compares storage and rows both ways: bytes that no row asks for go, and a file whose bytes are gone says so. */
export function reconciler(parts: ReconcileParts): FileWork['reconcile'] {
  return async () => {
    /** How many keys there are of a file. */
    const found = new Map<string, number>()
    const keysRemoved = await removeStrays(parts, found)
    return { keysRemoved, filesLost: await noticeLost(parts, found) }
  }
}

async function removeStrays(
  { store, storage, life, now, onFound }: ReconcileParts,
  found: Map<string, number>,
): Promise<number> {
  let removed = 0
  for await (const keys of batches(oldKeys(storage, now() - youngMs, found), batch)) {
    const files = new Map((await store.getAll(keys.map(fileIdIn))).map((file) => [file.id, file]))
    for (const key of keys) {
      const file = files.get(fileIdIn(key))
      // Its way into the quarantine was cut short.
      if (file?.state === 'infected' && key === incomingKey(file.id)) await life.scanned(file.id, 'infected')
    }
    const strays = keys.filter((key) => !isWanted(key, files.get(fileIdIn(key))))
    if (strays.length > 0) onFound('bytes without a row', { keys: strays.slice(0, 20), count: strays.length })
    await storage.remove(strays)
    removed += strays.length
  }
  return removed
}

/** Counts all keys and yields those that have been there since before `before`. */
async function* oldKeys(storage: FileStorage, before: number, found: Map<string, number>): AsyncGenerator<string> {
  for await (const { key, modifiedAt } of storage.list('')) {
    const fileId = fileIdIn(key)
    found.set(fileId, (found.get(fileId) ?? 0) + 1)
    if (modifiedAt <= before) yield key
  }
}

/** `incoming/<id>`, `quarantine/<id>`, or `<id>/<form>`. */
const fileIdIn = (key: string): string => {
  const [first = '', second = ''] = key.split('/')
  return first === 'incoming' || first === 'quarantine' ? second : first
}

function isWanted(key: string, file: FileRecord | undefined): boolean {
  if (file === undefined) return false
  const isPending = file.preparedAt === null && file.state !== 'failed' && file.state !== 'infected'
  if (key.startsWith('incoming/')) return isPending || (file.state === 'infected' && file.removedAt === null)
  if (key.startsWith('quarantine/')) return file.state === 'infected'
  return isPending || variantsOf(file).some((variant) => variant.key === key)
}

async function noticeLost(
  { store, storage, tell, now, onFound }: ReconcileParts,
  found: ReadonlyMap<string, number>,
): Promise<number> {
  const trouble: FileRejection = { code: 'file_gone' }
  let lost = 0
  for (let after: string | null = null; ; ) {
    const files: FileRecord[] = await store.withBytes({ after, limit: batch })
    for (const file of files) {
      const isYoung = (file.finishedAt ?? 0) > now() - youngMs
      // A question to the storage for each form of each file would take too long: only where one is missing.
      if (isYoung || (found.get(file.id) ?? 0) >= keysOf(file).length || (await hasBytes(file, storage))) continue
      // It may have been prepared or removed since.
      const again = await store.get(file.id)
      if (again === null || again.removedAt !== null || (await hasBytes(again, storage))) continue
      onFound('a row without bytes', { fileId: file.id })
      const failed = await store.lost(file.id, trouble)
      if (failed === null) continue
      lost += 1
      await tell(failed)
    }
    after = files.at(-1)?.id ?? null
    if (files.length < batch) return lost
  }
}

const keysOf = (file: FileRecord): string[] =>
  file.preparedAt === null ? [incomingKey(file.id)] : variantsOf(file).map(({ key }) => key)

async function hasBytes(file: FileRecord, storage: FileStorage): Promise<boolean> {
  for (const key of keysOf(file)) if ((await storage.stat(key)) === null) return false
  return true
}

async function* batches<T>(all: AsyncIterable<T>, size: number): AsyncGenerator<T[]> {
  let some: T[] = []
  for await (const one of all) {
    some.push(one)
    if (some.length < size) continue
    yield some
    some = []
  }
  if (some.length > 0) yield some
}
