import { randomUUID } from 'node:crypto'
import type { AppRouter, CommandResult } from '@humuus/api'
import type { HumuusCommand, Rejection, Role } from '@humuus/workshop-engine'
import { createTRPCClient, type TRPCClient } from '@trpc/client'
import { ServerClock } from './clock.ts'
import type { Device } from './device.ts'
import { LiveView, type WatchOptions } from './live-view.ts'
import { pause } from './pause.ts'
import { ReceiptReports } from './receipt-reports.ts'
import { isPassing, rejectionOf } from './rejection-of.ts'
import type { Transport } from './transport.ts'
import { untilAnswered } from './until-answered.ts'

export interface SendOptions {
  /** UUID; a new one if none is given. The same id is the same command, however often it is sent. */
  readonly commandId?: string
  /** How long to ask for an answer, in ms (30 000). */
  readonly withinMs?: number
  /** When it was done, by the server's clock (epoch ms); now if nothing is said, and `null` says nothing. */
  readonly givenAt?: number | null
}

export type Joined = { readonly ok: true; readonly sessionId: string; readonly version: number } | Refused
type Refused = { readonly ok: false; readonly rejection: Rejection }

const unavailable: Refused = { ok: false, rejection: { code: 'unavailable' } }
const patienceMs = 30_000

/** How long the last receipts may take, in ms. */
const lastWordsMs = 1_000

/** One signed-in device. Made by `connect`. */
export class Client implements AsyncDisposable {
  readonly device: Device
  readonly userId: string
  /** The whole API, typed. Its calls are made once and throw; see `rejectionOf`. */
  readonly trpc: TRPCClient<AppRouter>
  readonly #transport: Transport
  readonly #views = new Set<{ close(): void }>()
  readonly #closing = new AbortController()
  readonly #clock: ServerClock
  readonly #receipts: ReceiptReports
  readonly #page = randomUUID()

  constructor({ device, userId, transport }: { device: Device; userId: string; transport: Transport }) {
    this.device = device
    this.userId = userId
    this.#transport = transport
    this.trpc = createTRPCClient<AppRouter>({ links: [transport.link] })
    this.#receipts = new ReceiptReports((receipts) => this.trpc.sessions.reportReceipts.mutate(receipts))
    this.#clock = new ServerClock((signal) => this.trpc.sessions.clock.query(undefined, { signal }))
  }

  /** The server's clock, epoch ms; this machine's own until it was read. */
  now(): number {
    return this.#clock.now()
  }

  /** Resolves once the server's clock was read for the first time. */
  get clockIsRead(): Promise<void> {
    return this.#clock.measured
  }

  /** Joins by the six digits of the code, or by the session's id. */
  async join(where: string, name: string, options: SendOptions = {}): Promise<Joined> {
    const found = /^\d{6}$/.test(where) ? await this.#lookup(where, options) : { ok: true as const, sessionId: where }
    if (!found.ok) return found
    const result = await this.send(found.sessionId, { type: 'join', name }, options)
    return result.ok ? { ...result, sessionId: found.sessionId } : result
  }

  /**
   * A live view; close it, or the client, when it is no longer needed. Of a person's clients the newest one sees the session:
   * the views of the one before end with the rejection `taken_over`.
   */
  watch<R extends Role>(options: WatchOptions<R>): LiveView<R> {
    const seat = { page: this.#page, beats: this.#transport.beats }
    const view = new LiveView(this.trpc, options, seat, () => this.drop())
    this.#views.add(view)
    view.changed(() => {
      if (view.isClosed) this.#views.delete(view)
    })
    return view
  }

  /**
   * Sends a command until it is answered: again after a drop or when the server is unavailable, always with the same id.
   * What counts is when it was given (`givenAt`), not when it comes in; once the server's clock is read, that is told with it.
   * `unavailable` as the answer means that time ran out and nobody knows; send the same id again to learn it.
   */
  async send(sessionId: string, command: HumuusCommand, options: SendOptions = {}): Promise<CommandResult> {
    const { commandId = randomUUID(), withinMs = patienceMs, givenAt = this.#clock.givenAt() } = options
    const wish = { sessionId, commandId, command, ...(typeof givenAt === 'number' && { givenAt }) }
    const once = async (signal: AbortSignal, attempt: number): Promise<CommandResult | null> => {
      const mutation = this.trpc.sessions.command.mutate(wish, { signal })
      const result = await mutation.catch(refusedBy)
      return result !== null && isVerdict(result, attempt) ? result : null
    }
    this.#receipts.issued(sessionId, commandId)
    const result = await untilAnswered(once, { withinMs, signal: this.#closing.signal })
    if (result !== null) this.#receipts.answered(sessionId, commandId, result)
    return result ?? unavailable
  }

  /**
   * Tells the server what this client was told about its commands, so that both can be compared; that happens by itself a
   * little after each answer, and on `close`. Resolves when it is told, or cannot be just now; never throws.
   */
  reportReceipts(sessionId: string): Promise<void> {
    return this.#receipts.report(sessionId)
  }

  /** Cuts the connection, as a tunnel would. Views and commands under way come back by themselves. */
  drop(): void {
    this.#transport.drop()
  }

  /** Ends the views, gives up commands under way, tells the last receipts, and closes the connection. */
  async close(): Promise<void> {
    this.#closing.abort()
    this.#clock.close()
    for (const view of [...this.#views]) view.close()
    await Promise.race([this.#receipts.close(), pause(lastWordsMs)])
    await this.#transport.close()
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close()
  }

  async #lookup(code: string, { withinMs = patienceMs }: SendOptions) {
    const once = async (signal: AbortSignal): Promise<{ ok: true; sessionId: string } | Refused | null> => {
      const query = this.trpc.sessions.lookup.query({ code }, { signal })
      const found = await query.then(({ sessionId }) => ({ ok: true as const, sessionId }), refusedBy)
      return found !== null && (found.ok || !isPassing(found.rejection)) ? found : null
    }
    return (await untilAnswered(once, { withinMs, signal: this.#closing.signal })) ?? unavailable
  }
}

/** A refusal as a value; `null` when the error tells of none. */
function refusedBy(error: unknown): Refused | null {
  const rejection = rejectionOf(error)
  return rejection && { ok: false, rejection }
}

/** Told to slow down at the first attempt is an answer; later on, an earlier attempt may have been taken. */
function isVerdict(result: CommandResult, attempt: number): boolean {
  if (result.ok || !isPassing(result.rejection)) return true
  return result.rejection.code === 'slow_down' && attempt === 0
}
