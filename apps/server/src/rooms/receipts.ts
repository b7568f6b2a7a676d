import type { CommandResult } from '@humuus/api'
import type { Refusal } from '@humuus/db'
import type { StoredAction } from '@humuus/workshop-engine'

/** Refusals remembered in memory per room; all are in the database. */
const refusalsKept = 2_000

/** Refusals kept in the database per person and session: beyond it somebody plays, and is still answered. */
const keptPerPerson = 500

/** What was answered to which command, so that it is answered the same again. */
export class Receipts {
  readonly #accepted = new Map<string, number>()
  readonly #refused = new Map<string, CommandResult>()
  readonly #perPerson = new Map<string, number>()

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

  /** Learns what was refused, here or by another server. */
  refuse(refusals: readonly Refusal[]): void {
    for (const { commandId, rejection } of refusals) this.#refused.set(commandId, { ok: false, rejection })
    for (const commandId of this.#refused.keys()) {
      if (this.#refused.size <= refusalsKept) return
      this.#refused.delete(commandId)
    }
  }

  /** Whether one more refusal of this person is worth keeping for ever; counts it. */
  mayKeep(userId: string): boolean {
    const kept = this.#perPerson.get(userId) ?? 0
    this.#perPerson.set(userId, kept + 1)
    return kept < keptPerPerson
  }
}
