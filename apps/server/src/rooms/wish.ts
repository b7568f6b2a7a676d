import type { CommandResult } from '@humuus/api'
import type { Actor, Command, HumuusCommand } from '@humuus/workshop-engine'
import type { WishTrace } from './wish-trace.ts'

/** A command on its way into a room; `commandId` is `null` for the system's own. */
export interface Wish {
  readonly commandId: string | null
  readonly actor: Actor
  /** As a function where it has to be true when it is judged, not when it was queued. */
  readonly command: Command | HumuusCommand | (() => Command)
  /** When it came in, epoch ms: waiting for the one before costs nobody time. */
  readonly at: number
  /** When the person did it, as their device says; what of it is believed, the engine decides. */
  readonly givenAt?: number | undefined
  readonly trace?: WishTrace | undefined
}

/** A wish that somebody waits for. */
export interface QueuedWish extends Wish {
  readonly answer: (result: CommandResult) => void
}
