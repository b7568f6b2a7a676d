import type { Rig } from '@humuus/rig'

/** What everybody in a run knows. */
export interface StageSet {
  readonly rig: Rig
  readonly seed: number
  /** Least and most people in a session. */
  readonly people: readonly [number, number]
  /** Aborts when no new session is to begin. */
  readonly closing: AbortSignal
  /** Tells what happens, with its second. */
  readonly tell: (line: string) => void
}

/** How long anybody tries to be answered, in ms: longer than any outage of ours. */
export const patienceMs = 180_000
