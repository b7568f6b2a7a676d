import { uuid } from '../identity/uuid.ts'
import { hasNews, issue, type Ledger, note, openLedger, told } from './ledger.ts'
import type { Outbox, Wish } from './outbox.ts'

/** An outbox that lasts as long as the page. */
export function memoryOutbox(): Outbox {
  const wishes = new Map<string, Wish>()
  const ledgers = new Map<string, Ledger>()
  const of = (sessionId: string) => [...wishes.values()].filter((wish) => wish.sessionId === sessionId)
  const change = (sessionId: string, next: (ledger: Ledger) => Ledger) => {
    ledgers.set(sessionId, next(ledgers.get(sessionId) ?? openLedger(sessionId, uuid())))
  }
  return {
    async add(wish) {
      if (wishes.has(wish.commandId)) return
      wishes.set(wish.commandId, wish)
      change(wish.sessionId, issue)
    },
    async settle(commandId, outcome) {
      const wish = wishes.get(commandId)
      if (wish === undefined) return
      wishes.delete(commandId)
      change(wish.sessionId, (ledger) => note(ledger, commandId, outcome))
    },
    async list(sessionId) {
      return of(sessionId)
    },
    async sessions() {
      const wished = [...wishes.values()].map((wish) => wish.sessionId)
      const owing = [...ledgers.values()].filter(hasNews).map((ledger) => ledger.sessionId)
      return [...new Set([...wished, ...owing])]
    },
    async owed(sessionId) {
      const ledger = ledgers.get(sessionId)
      return ledger === undefined ? null : { ...ledger, waiting: of(sessionId).length }
    },
    async reported(sessionId, commandIds) {
      if (ledgers.has(sessionId)) change(sessionId, (ledger) => told(ledger, commandIds))
    },
    async clear() {
      wishes.clear()
      ledgers.clear()
    },
  }
}
