import type { CommandResult } from '@humuus/api'
import { Ledger, type Receipts } from './ledger.ts'
import { isPassing } from './rejection-of.ts'

/** Receipts are collected for so long before they are told, in ms. */
const collectMs = 2_000

type Tell = (receipts: Receipts & { readonly sessionId: string }) => Promise<unknown>

/** Tells the server what a client was promised, a little later and never in the way of a command: as well as it can. */
export class ReceiptReports {
  readonly #tell: Tell
  readonly #ledgers = new Map<string, Ledger>()
  readonly #timers = new Map<string, NodeJS.Timeout>()
  #isClosed = false

  constructor(tell: Tell) {
    this.#tell = tell
  }

  issued(sessionId: string, commandId: string): void {
    const ledger = this.#ledgers.get(sessionId) ?? new Ledger()
    this.#ledgers.set(sessionId, ledger)
    ledger.issue(commandId)
    this.#soon(sessionId)
  }

  /** A refusal of the moment is no answer: the same command sent again may be taken. */
  answered(sessionId: string, commandId: string, result: CommandResult): void {
    if (!result.ok && isPassing(result.rejection)) return
    this.#ledgers.get(sessionId)?.note(commandId, result.ok ? 'acknowledged' : 'refused')
    this.#soon(sessionId)
  }

  /** Resolves when everything of a session is told, or cannot be just now; what cannot stays for the next time. */
  async report(sessionId: string): Promise<void> {
    clearTimeout(this.#timers.get(sessionId))
    this.#timers.delete(sessionId)
    const ledger = this.#ledgers.get(sessionId)
    for (let news = ledger?.news() ?? null; news !== null; news = ledger?.news() ?? null) {
      const isHeard = await this.#tell({ sessionId, ...news }).then(
        () => true,
        () => false,
      )
      if (!isHeard) return
      ledger?.told(news)
    }
  }

  /** Tells everything once more, and nothing after that by itself. */
  async close(): Promise<void> {
    this.#isClosed = true
    await Promise.all([...this.#ledgers.keys()].map((sessionId) => this.report(sessionId)))
  }

  #soon(sessionId: string): void {
    if (this.#isClosed || this.#timers.has(sessionId)) return
    const timer = setTimeout(() => void this.report(sessionId), collectMs)
    // A program that is done does not wait for it.
    timer.unref()
    this.#timers.set(sessionId, timer)
  }
}
