import type { RouterOutputs } from '../live/outputs.ts'

export type SessionReceipts = RouterOutputs['sessions']['receipts']

/** What the books come to. `nothing`: nobody has sent anything · `complete`: every promise is kept. */
export type Verdict = 'nothing' | 'complete' | 'differs'

export function verdictOf({ counted, pages }: SessionReceipts): Verdict {
  if (pages.missing.length > 0 || pages.countedThoughRefused.length > 0) return 'differs'
  return counted === 0 && pages.issued === 0 ? 'nothing' : 'complete'
}

/** The server names so many ids at most: there may be more. */
const namedAtMost = 100

/** Ids that differ, and whether they are all. */
export interface Differing {
  readonly ids: readonly string[]
  readonly isAll: boolean
}

export const differing = (ids: readonly string[]): Differing => ({ ids, isAll: ids.length < namedAtMost })

/** Reasons and how often, the most frequent first. */
export function refusals({ refused }: SessionReceipts): readonly (readonly [code: string, count: number])[] {
  return Object.entries(refused).sort(([a, one], [b, other]) => other - one || a.localeCompare(b))
}

export const refusedInAll = ({ refused }: SessionReceipts): number =>
  Object.values(refused).reduce((sum, count) => sum + count, 0)
