import type { Random } from '@humuus/workshop-engine/testing'
import type { Judge } from './judge.ts'
import type { Target } from './target.ts'

/** What a visitor of the server is given. */
export interface Visit {
  readonly target: Target
  readonly random: Random
  readonly judge: Judge
  /** Counts a message, or whatever takes its place. */
  readonly sent: (count?: number) => void
}
