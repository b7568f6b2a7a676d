import type { Socket } from 'node:net'
import { type Context, closeCodes, type Line, refusal } from '@humuus/api'
import { type RawData, WebSocket } from 'ws'
import type { Connections, SignedIn } from '../identity/connections.ts'
import { cut } from './cut.ts'
import { MessageLimit } from './message-limit.ts'
import { highWaterBytes, outflow } from './outflow.ts'
import { requestsIn } from './requests-in.ts'

/** Bytes that may wait in a connection whatever they are: answers that nobody reads, too. */
const mostWaitingBytes = 8 * 1024 * 1024

/** Views that one connection may have open at once. */
const mostViews = 64

/** A visitor without an account who looks at nothing for so long is asked to come back when there is something. */
const idleMs = 30_000

/** Whoever signs out over a connection is answered over it, before it ends (ms). */
const lastAnswerMs = 100

/** The words that go with a code. */
const reasons = { slowDown: 'slow_down', slowReader: 'slow_reader', idle: 'idle', signedOut: 'signed_out' } as const

/** Frames that a client may send; each of them costs an answer or at least a look. */
const frames: ReadonlySet<string | symbol> = new Set(['message', 'ping', 'pong'])

/** A connection as `ws` makes it, within limits: what goes beyond them reaches nobody who listens. */
export class LiveSocket extends WebSocket implements Line, SignedIn {
  readonly #limit = new MessageLimit(performance.now())
  #hasSpoken = true
  #isKnown = false
  #views = 0
  #unusedSince = performance.now()
  #flushed = 0
  #carrier: Socket | null = null
  #expiresAt = Number.POSITIVE_INFINITY
  #signedIn: { readonly signInId: string; readonly connections: Connections } | null = null
  /** There once it was full. */
  #outflow: ReturnType<typeof outflow> | null = null

  override emit(event: string | symbol, ...args: unknown[]): boolean {
    if (event === 'close') this.#forgetSignIn()
    return frames.has(event) && !this.#takes(event, args[0] as RawData) ? false : super.emit(event, ...args)
  }

  /** Whose it is has been said. It ends with the sign-in that it was opened with. */
  belongsTo({ user }: Pick<Context, 'user'>, connections: Connections): void {
    if (user === null || this.readyState !== WebSocket.OPEN) return
    this.#isKnown = true
    this.#expiresAt = user.expiresAt
    this.#signedIn = { signInId: user.signInId, connections }
    connections.add(user.signInId, this)
  }

  signedOut(): void {
    setTimeout(() => cut(this, closeCodes.signedOut, reasons.signedOut), lastAnswerMs).unref()
  }

  #forgetSignIn(): void {
    this.#signedIn?.connections.remove(this.#signedIn.signInId, this)
    this.#signedIn = null
  }

  openView(): void {
    if (this.#views >= mostViews) throw refusal('slow_down')
    this.#watches(this.#views + 1)
  }

  closeView(): void {
    this.#watches(this.#views - 1)
  }

  get isFull(): boolean {
    return this.bufferedAmount >= highWaterBytes
  }

  /** At once where there is room already, else when there is, or when there is nobody any more. */
  async room(signal?: AbortSignal): Promise<void> {
    if (!this.isFull) return
    this.#outflow ??= outflow(this)
    await this.#outflow(() => signal?.aborted === true || this.readyState !== WebSocket.OPEN)
  }

  /** Looks after the connection every few seconds: ends it when it is dead, stuck or of no use, and asks whether it lives. */
  lookAfter(): void {
    if (this.readyState !== WebSocket.OPEN) return
    const end = this.#end()
    if (end === 'dead') this.terminate()
    else if (end !== null) cut(this, closeCodes[end], reasons[end])
    else this.ping()
    this.#hasSpoken = false
  }

  /** What waits for a reader who does not read is thrown away, also where the operating system keeps it. */
  override terminate(): void {
    if (this.bufferedAmount > 0) this.#carrier?.resetAndDestroy()
    super.terminate()
  }

  /** The connection below, which tells what has left. */
  carriedBy(socket: Socket): void {
    this.#carrier = socket
  }

  /** Sends what is a whole frame already, past `ws`, which would make one for each connection. */
  write(frame: Buffer): void {
    if (this.readyState === WebSocket.OPEN) this.#carrier?.write(frame)
  }

  /** Something has left since the last look, though more waits: slow, and alive. */
  #hasMoved(): boolean {
    const flushed = this.#carrier ? this.#carrier.bytesWritten - this.#carrier.writableLength : 0
    const hasMoved = this.bufferedAmount > 0 && flushed > this.#flushed
    this.#flushed = flushed
    return hasMoved
  }

  /** Why it should not go on. */
  #end(): 'dead' | 'slowReader' | 'idle' | 'signedOut' | null {
    const isSilent = !this.#hasMoved() && !this.#hasSpoken
    if (this.bufferedAmount > mostWaitingBytes) return 'slowReader'
    if (isSilent) return this.bufferedAmount > 0 ? 'slowReader' : 'dead'
    if (this.#expiresAt < Date.now()) return 'signedOut'
    return this.#isUnused() ? 'idle' : null
  }

  #isUnused(): boolean {
    return !this.#isKnown && this.#views === 0 && performance.now() - this.#unusedSince > idleMs
  }

  #watches(views: number): void {
    this.#views = views
    this.#unusedSince = performance.now()
  }

  #takes(event: string | symbol, data: RawData): boolean {
    if (this.readyState !== WebSocket.OPEN) return false
    this.#hasSpoken = true
    const isFlood = !this.#limit.take(event === 'message' ? requestsIn(data) : 1, performance.now())
    const end = isFlood ? 'slowDown' : this.bufferedAmount > mostWaitingBytes ? 'slowReader' : null
    if (end !== null) cut(this, closeCodes[end], reasons[end])
    return end === null
  }
}
