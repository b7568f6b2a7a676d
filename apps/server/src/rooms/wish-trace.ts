import type { CommandResult } from '@humuus/api'
import type { OpenSpan } from '@humuus/telemetry'

/** What a wish takes with it where it is traced. */
export interface WishTrace {
  readonly root: OpenSpan
  /** When it came to its room, epoch ms. */
  readonly queuedAt: number
  answered(result: CommandResult): void
}
