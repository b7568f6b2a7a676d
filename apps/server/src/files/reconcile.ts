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
  return async () => ({ keysRemoved: await removeStrays(parts), filesLost: await noticeLost(parts) })
}

async function removeStrays({ store, storage, life, now, onFound }: ReconcileParts): Promise<number> {
  let removed = 0
  for await (const keys of batches(oldKeys(storage, now() - youngMs), batch)) {
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

async function* oldKeys(storage: FileStorage, before: number): AsyncGenerator<string> {
  for await (const { key, modifiedAt } of storage.list('')) if (modifiedAt <= before) yield key
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

async function noticeLost({ store, storage, tell, now, onFound }: ReconcileParts): Promise<number> {
  const trouble: FileRejection = { code: 'file_gone' }
  let lost = 0
  for (let after: string | null = null; ; ) {
    const files: FileRecord[] = await store.withBytes({ after, limit: batch })
    for (const file of files) {
      if ((file.finishedAt ?? 0) > now() - youngMs || (await hasBytes(file, storage))) continue
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

async function hasBytes(file: FileRecord, storage: FileStorage): Promise<boolean> {
  const keys = file.preparedAt === null ? [incomingKey(file.id)] : variantsOf(file).map(({ key }) => key)
  for (const key of keys) if ((await storage.stat(key)) === null) return false
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
