import type { FileRecord, FileRemoval, FileStore } from '@humuus/db'
import { type FileStorage, incomingKey, quarantineKey } from '@humuus/files'
import type { Purge } from './purge.ts'
import type { Tell } from './telling.ts'
import { variantsOf } from './variants.ts'

/** So many files are deleted at the same moment. */
const atOnce = 16

/** A cache that does not answer for so long is given up. */
const purgePatienceMs = 86_400_000

export interface RemovalParts {
  readonly store: FileStore
  readonly storage: FileStorage
  readonly purge: Purge
  readonly tell: Tell
  readonly now: () => number
}

/** Files that go: first for everybody, then their bytes, then what caches have of them, last the row. */
export interface Removal {
  /** Resolves when the bytes are gone. What stands in the way of the rest is done later. */
  remove(ids: readonly string[], reason: FileRemoval): Promise<number>
  /** Ends what was begun; again, it does what is left. */
  complete(files: readonly FileRecord[]): Promise<void>
}

export function removal({ store, storage, purge, tell, now }: RemovalParts): Removal {
  const isForgotten = async (file: FileRecord): Promise<boolean> => {
    const told = await tell(file)
    const isOld = now() - (file.removedAt ?? now()) > purgePatienceMs
    return ((await purge(file)) || isOld) && told
  }

  const complete: Removal['complete'] = async (files) => {
    await some(files, atOnce, async (file) => storage.remove(await keysOf(file, storage)))
    const done: string[] = []
    for (const file of files) if (await isForgotten(file)) done.push(file.id)
    await store.drop(done)
  }

  return {
    complete,
    remove: async (ids, reason) => {
      const files = await store.remove(ids, reason, now())
      await complete(files)
      return files.length
    },
  }
}

/** Everything that the storage may hold of a file. */
async function keysOf(file: FileRecord, storage: FileStorage): Promise<string[]> {
  const keys = [incomingKey(file.id), ...variantsOf(file).map(({ key }) => key)]
  if (file.state === 'infected') keys.push(quarantineKey(file.id))
  // A worker may have begun to prepare it.
  if (file.preparedAt === null && file.finishedAt !== null)
    for await (const { key } of storage.list(`${file.id}/`)) keys.push(key)
  return keys
}

/** Does the work for all, so many at a time. */
async function some<T>(all: readonly T[], atOnce: number, work: (one: T) => Promise<unknown>): Promise<void> {
  const left = all.values()
  const next = async () => {
    for (const one of left) await work(one)
  }
  await Promise.all(Array.from({ length: atOnce }, next))
}
