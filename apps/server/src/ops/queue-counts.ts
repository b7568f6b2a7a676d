import type { QueueDepth } from '@humuus/api'
import { inTime } from './in-time.ts'

export type QueueCounts = QueueDepth

/** Where a job may stand. */
export const queueStates = ['waiting', 'delayed', 'active', 'failed'] as const satisfies readonly (keyof QueueDepth)[]

/** How long a look at the queues is good for, and how long it may take, in ms. */
const freshMs = 2_000
const patienceMs = 2_000

/** How many jobs there are, for all who ask at once; `null` while the queues do not answer. */
export function queueCounts(read: () => Promise<readonly QueueCounts[]>): () => Promise<readonly QueueCounts[] | null> {
  let lookedAt = Number.NEGATIVE_INFINITY
  let found: Promise<readonly QueueCounts[] | null> = Promise.resolve(null)
  return () => {
    if (performance.now() - lookedAt > freshMs) {
      lookedAt = performance.now()
      found = inTime(read(), patienceMs).catch(() => null)
    }
    return found
  }
}
