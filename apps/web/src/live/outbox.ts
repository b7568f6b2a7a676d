import type { HumuusCommand } from '@humuus/workshop-engine'
import type { Ledger, Outcome } from './ledger.ts'

/** Something a person wants, until the server has answered it. */
export interface Wish {
  /** Made once; sent as often as needed. */
  readonly commandId: string
  readonly sessionId: string
  readonly command: HumuusCommand
  /** When the person did it, by the server's clock (epoch ms), where that is known: the same however often it is sent. */
  readonly givenAt?: number
}

/** What a ledger has to tell the server, and how many of its commands still wait for an answer. */
export interface Owed extends Ledger {
  readonly waiting: number
}

/**
 * Keeps wishes until they are answered, and books on them: a wish and its line in the ledger are written together. Rejects where
 * there is no room, or no storage at all.
 */
export interface Outbox {
  /** Resolves once the wish is kept; one that is kept already stays where it is. */
  add(wish: Wish): Promise<void>
  /** Drops a wish that was answered. Of several pages that do so, one writes the outcome down. */
  settle(commandId: string, outcome: Outcome): Promise<void>
  /** The wishes of a session, oldest first. */
  list(sessionId: string): Promise<readonly Wish[]>
  /** Sessions with wishes, or with a ledger that has something to tell. */
  sessions(): Promise<readonly string[]>
  /** The ledger of a session; `null` where nothing was wished for. */
  owed(sessionId: string): Promise<Owed | null>
  /** The server knows what became of these commands. */
  reported(sessionId: string, commandIds: readonly string[]): Promise<void>
  /** Forgets everything: the next person here is somebody else. */
  clear(): Promise<void>
}
