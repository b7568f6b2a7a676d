import type { Recovery } from './recovery.ts'

/** Everything that a run found out. */
export interface Outcome {
  readonly seed: number
  readonly minutes: number
  readonly queue: 'PostgreSQL' | 'Redis'
  /** Kills survived, by part. */
  readonly kills: Readonly<Record<string, number>>
  /** All other mishaps, by kind. */
  readonly others: Readonly<Record<string, number>>
  /** Connections that broke, by chance and by hand. */
  readonly cuts: number
  readonly sessions: { readonly played: number; readonly people: number }
  readonly commands: {
    readonly issued: number
    readonly acknowledged: number
    /** Commands in the logs of these sessions. */
    readonly counted: number
    readonly refused: Readonly<Record<string, number>>
    /** Sent again under an id that had an answer or was being answered, as servers counted it until they were killed. */
    readonly duplicates: number
    /** Not answered in time by anybody, and answered when sent again. */
    readonly inDoubt: number
    readonly unanswered: number
  }
  readonly answers: { readonly due: number; readonly counted: number }
  readonly views: { readonly compared: number; readonly equal: number }
  readonly audits: { readonly sessions: number; readonly clean: number; readonly pictures: number }
  /** From `kill -9` of a server to the first vote that it acknowledged after its restart. */
  readonly recovery: Recovery
  /** What went wrong, and where to look; empty when all is well. */
  readonly faults: readonly string[]
  /** Where data and logs are, if there is a fault. */
  readonly folder: string
}
