import type { HumuusCommand } from '@humuus/workshop-engine'

/** Something a person wants, until the server has answered it. */
export interface Wish {
  /** Made once; sent as often as needed. */
  readonly commandId: string
  readonly sessionId: string
  readonly command: HumuusCommand
  /** When the person did it, by the server's clock (epoch ms), where that is known: the same however often it is sent. */
  readonly givenAt?: number
}

/** Keeps wishes that have no answer yet. */
export interface Outbox {
  /** Resolves once the wish is kept. */
  add(wish: Wish): Promise<void>
  remove(commandId: string): Promise<void>
  /** The wishes of a session, oldest first. */
  list(sessionId: string): Promise<readonly Wish[]>
}

/** An outbox that lasts as long as the page. */
export function memoryOutbox(): Outbox {
  const wishes = new Map<string, Wish>()
  return {
    async add(wish) {
      wishes.set(wish.commandId, wish)
    },
    async remove(commandId) {
      wishes.delete(commandId)
    },
    async list(sessionId) {
      return [...wishes.values()].filter((wish) => wish.sessionId === sessionId)
    },
  }
}
