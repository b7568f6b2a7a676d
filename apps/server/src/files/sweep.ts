import type { FileStore } from '@humuus/db'
import type { FileLife } from './life.ts'
import type { Removal } from './removal.ts'

/** What waits for less is on its way. */
const patienceMs = 60_000

/** So many are looked at together. */
const most = 1_000

interface Parts {
  readonly store: Pick<FileStore, 'unsettled' | 'removed'>
  readonly life: Pick<FileLife, 'goOn'>
  readonly removal: Pick<Removal, 'complete'>
  readonly now: () => number
  readonly onError: (error: unknown) => void
  readonly everyMs?: number
}

export interface FileSweep {
  /** Resolves when what was found is done. */
  sweep(): Promise<void>
  /** Resolves when nothing is done any more. */
  stop(): Promise<void>
}

/**
 * Every minute goes on with files that wait for something: the process may have died between two steps, a job may have been
 * lost, a session could not be told.
 */
export function sweepFiles({ store, life, removal, now, onError, everyMs = 60_000 }: Parts): FileSweep {
  let round: Promise<void> | null = null
  const look = async () => {
    try {
      const before = now() - patienceMs
      for (const file of await store.unsettled({ before, limit: most })) await life.goOn(file).catch(onError)
      const gone = (await store.removed({ limit: most })).filter(({ removedAt }) => (removedAt ?? 0) <= before)
      if (gone.length > 0) await removal.complete(gone)
    } catch (error) {
      onError(error)
    }
  }
  const sweep = () => {
    round ??= look().finally(() => {
      round = null
    })
    return round
  }
  const sweeping = setInterval(sweep, everyMs)
  return {
    sweep,
    stop: async () => {
      clearInterval(sweeping)
      await round
    },
  }
}
