import type { SessionEntry } from '@humuus/db'
import type { Difference } from './difference.ts'

/** What an audit found: figures, and every difference. */
export interface AuditOutcome {
  readonly session: SessionEntry
  readonly log: {
    readonly events: number
    /** Commands that the log holds, each once. */
    readonly counted: number
    readonly people: number
  }
  /** Final refusals that are remembered, by reason. */
  readonly refused: Readonly<Record<string, number>>
  /** Commands that came again and were answered as before. */
  readonly duplicates: number
  /** What people's own devices say. */
  readonly devices: {
    readonly reported: number
    readonly issued: number
    readonly waiting: number
    readonly acknowledged: number
    readonly refused: number
  }
  /** Answers by person and step: recounted from the log, and in the report. `null` where the log cannot be read. */
  readonly answers: { readonly due: number; readonly counted: number } | null
  /** Views that two readings of the log agree about. */
  readonly replay: { readonly views: number } | null
  /** Fingerprints of what was shown, and at how many versions. */
  readonly shown: { readonly digests: number; readonly versions: number }
  /** When names of a person were last taken out of the log (epoch ms): no picture from before can be compared. */
  readonly redactedAt: number | null
  /** Where one was given. */
  readonly ledger: LedgerFigures | null
  /** Empty when all is well. */
  readonly differences: readonly Difference[]
}

export interface LedgerFigures {
  readonly issued: number
  readonly acknowledged: number
  /** By reason. */
  readonly refused: Readonly<Record<string, number>>
  /** Nobody ever told the sender. */
  readonly unanswered: number
  /** Answers to a command sent again. */
  readonly duplicates: number
  /** Answers that have to count, from the ledger alone; `null` where others answered, too. */
  readonly due: number | null
}
