import type { CommandResult } from '@humuus/api'
import type { StoredAction } from '@humuus/workshop-engine'

/** Refusals remembered per room, so that a command sent twice is answered the same. */
const refusalsKept = 2_000

/** What was answered to which command: accepted ones for ever (they are in the log), refused ones for a while. */
export class Receipts {
  readonly #accepted = new Map<string, number>()
  readonly #refused = new Map<string, CommandResult>()

  find(commandId: string): CommandResult | null {
    const version = this.#accepted.get(commandId)
    if (version !== undefined) return { ok: true, version }
    return this.#refused.get(commandId) ?? null
  }

  /** Learns from the log. */
  read(actions: readonly StoredAction[]): void {
    for (const { commandId, version } of actions) {
      if (commandId !== null) this.#accepted.set(commandId, version)
    }
  }

  refuse(commandId: string, result: CommandResult): void {
    this.#refused.set(commandId, result)
    const [oldest] = this.#refused.keys()
    if (this.#refused.size > refusalsKept && oldest !== undefined) this.#refused.delete(oldest)
  }
}
