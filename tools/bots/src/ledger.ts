import { randomUUID } from 'node:crypto'
import type { CommandResult } from '@humuus/api'
import type { Client } from '@humuus/client'
import type { HumuusCommand, RejectionCode } from '@humuus/workshop-engine'

/** One wish and all that was answered to it. */
export interface Entry {
  readonly commandId: string
  readonly sessionId: string
  /** User who sent it. */
  readonly by: string
  readonly command: HumuusCommand
  /** The first is what counts; the others are answers to the same id sent again. */
  readonly answers: CommandResult[]
  /** Ms from sending to the first answer; `null` when the sender cut the connection in between. */
  tookMs: number | null
}

/** Somebody who sends. */
export interface Sender {
  readonly client: Client
  readonly sessionId: string
  /** Counts the connections they cut themselves. */
  readonly drops: number
}

/** The bots' own record of everything they sent, in the order of sending. */
export class Ledger {
  readonly entries: Entry[] = []
  readonly #patience: { readonly withinMs?: number }

  /** `withinMs`: how long each sender waits for an answer, as `Client.send` has it. */
  constructor(patience: { readonly withinMs?: number } = {}) {
    this.#patience = patience
  }

  /** Sends a wish so many times at once under one id, and resolves when all are answered. */
  async issue(sender: Sender, command: HumuusCommand, copies = 1): Promise<Entry> {
    const { client, sessionId, drops } = sender
    const entry: Entry = { commandId: randomUUID(), sessionId, by: client.userId, command, answers: [], tookMs: null }
    this.entries.push(entry)
    const began = performance.now()
    const send = async () => {
      const answer = await this.#send(client, entry)
      if (entry.answers.length === 0 && sender.drops === drops) entry.tookMs = performance.now() - began
      entry.answers.push(answer)
    }
    await Promise.all(Array.from({ length: copies }, send))
    return entry
  }

  /** Sends an earlier wish again, under its old id. */
  async repeat(client: Client, entry: Entry): Promise<void> {
    entry.answers.push(await this.#send(client, entry))
  }

  #send(client: Client, { sessionId, command, commandId }: Entry): Promise<CommandResult> {
    return client.send(sessionId, command, { ...this.#patience, commandId })
  }
}

/** What became of a wish: `unanswered` when nobody ever said. */
export function verdictOf({ answers: [first] }: Entry): 'acknowledged' | 'unanswered' | RejectionCode {
  if (first === undefined) return 'unanswered'
  if (first.ok) return 'acknowledged'
  return first.rejection.code === 'unavailable' ? 'unanswered' : first.rejection.code
}

/** Whether the same id was answered once like this and once like that. */
export function isAnsweredTwoWays({ answers: [first, ...others] }: Entry): boolean {
  const said = (answer: CommandResult | undefined) => (answer?.ok === false ? answer.rejection.code : answer?.ok)
  return others.some((other) => said(other) !== said(first))
}
