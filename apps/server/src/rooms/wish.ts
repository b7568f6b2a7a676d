import type { CommandResult } from '@humuus/api'
import type { Actor, Command, HumuusCommand } from '@humuus/workshop-engine'

/** A command on its way into a room; `commandId` is `null` for the system's own. */
export interface Wish {
  readonly commandId: string | null
  readonly actor: Actor
  readonly command: Command | HumuusCommand
  /** When it came in, epoch ms: waiting for the one before costs nobody time. */
  readonly at: number
}

/** A wish that somebody waits for. */
export interface QueuedWish extends Wish {
  readonly answer: (result: CommandResult) => void
}
