import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'
import { seededRandom } from '@humuus/workshop-engine/testing'
import { flakyWire, type WireMishaps } from './flaky-wire.ts'

type Range = readonly [least: number, most: number]

export interface FlakyLinkOptions {
  /** Address of the server behind it; a function is asked at each new connection. */
  readonly target: string | (() => string)
  readonly seed: number
  /** Least and most ms by which each piece is late, either way or `there` and `back` (`[0, 0]`). */
  readonly delayMs?: Range | { readonly there: Range; readonly back: Range }
  /** How likely each piece is lost together with its connection, either way (`0`): a lost answer makes a client send again. */
  readonly cutChance?: number
}

/**
 * A bad network in front of a server: a TCP relay that delays and cuts by seed. Each connection has its own sequence of
 * chances, counted in the order of connecting.
 */
export class FlakyLink implements AsyncDisposable {
  readonly #server: Server
  readonly #options: FlakyLinkOptions
  readonly #open = new Map<Socket, Socket>()
  #connections = 0
  #cuts = 0
  #isCalm = false
  #isFrozen = false
  /** Connections that came while nothing passed. */
  readonly #held: Socket[] = []
  #blockedUntil = 0

  private constructor(options: FlakyLinkOptions) {
    this.#options = options
    this.#server = createServer({ allowHalfOpen: true, noDelay: true }, (socket) => this.#accept(socket))
  }

  static async open(options: FlakyLinkOptions): Promise<FlakyLink> {
    const link = new FlakyLink(options)
    link.#server.listen(0, '127.0.0.1')
    await once(link.#server, 'listening')
    return link
  }

  /** What clients use instead of the target. */
  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  /** Connections made so far. */
  get connections(): number {
    return this.#connections
  }

  /** Connections that were cut, by chance or by hand: proof that something happened. */
  get cuts(): number {
    return this.#cuts
  }

  /** Cuts every open connection at once. */
  cut(): void {
    for (const [near, far] of [...this.#open]) this.#cut(near, far)
  }

  /** Cuts every connection and lets nobody through for so many ms. */
  block(ms: number): void {
    this.#blockedUntil = performance.now() + ms
    this.cut()
  }

  /** From now on nothing passes, and nobody is told: a battery that dies, a cable that is pulled. */
  freeze(): void {
    this.#isFrozen = true
    for (const [near, far] of this.#open) for (const socket of [near, far]) socket.pause()
  }

  /** Goes on where it stood still. */
  thaw(): void {
    this.#isFrozen = false
    for (const [near, far] of this.#open) for (const socket of [near, far]) socket.resume()
    for (const socket of this.#held.splice(0)) this.#accept(socket)
  }

  /** No more mishaps from now on. */
  calm(): void {
    this.#isCalm = true
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.cut()
    for (const socket of this.#held) socket.destroy()
    this.#server.close()
    await once(this.#server, 'close')
  }

  #accept(near: Socket): void {
    if (this.#isFrozen) {
      this.#held.push(near.pause())
      return
    }
    if (performance.now() < this.#blockedUntil) {
      near.resetAndDestroy()
      return
    }
    const { target } = this.#options
    const { hostname, port } = new URL(typeof target === 'string' ? target : target())
    // Half open: an answer still under way is not lost when the other side has said its last word.
    const far = connect({ host: hostname, port: Number(port), noDelay: true, allowHalfOpen: true })
    this.#open.set(near, far)
    near.on('close', () => this.#open.delete(near))
    const number = this.#connections++
    const cut = () => this.#cut(near, far)
    flakyWire(near, far, this.#mishaps(number, 'there'), cut)
    flakyWire(far, near, this.#mishaps(number, 'back'), cut)
  }

  #cut(near: Socket, far: Socket): void {
    if (!this.#open.delete(near)) return
    this.#cuts++
    near.resetAndDestroy()
    far.destroy()
  }

  #mishaps(connection: number, direction: 'there' | 'back'): () => WireMishaps {
    const { seed, delayMs = [0, 0], cutChance = 0 } = this.#options
    const chance = seededRandom(`${seed} ${connection} ${direction}`)
    const delay = 'there' in delayMs ? delayMs[direction] : delayMs
    return () => (this.#isCalm ? { chance, delayMs: [0, 0], cutChance: 0 } : { chance, delayMs: delay, cutChance })
  }
}
