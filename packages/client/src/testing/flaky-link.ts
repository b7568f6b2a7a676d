import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'
import { flakyWire, type WireMishaps } from './flaky-wire.ts'
import { seeded } from './seeded.ts'

export interface FlakyLinkOptions {
  /** Address of the server behind it. */
  readonly target: string
  readonly seed: number
  /** Least and most ms by which each piece is late, either way (`[0, 0]`). */
  readonly delayMs?: readonly [number, number]
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
  readonly #open = new Set<Socket>()
  #connections = 0
  #cuts = 0
  #isCalm = false
  #blockedUntil = 0

  private constructor(options: FlakyLinkOptions) {
    this.#options = options
    this.#server = createServer((socket) => this.#accept(socket))
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
    for (const socket of [...this.#open]) this.#cut(socket)
  }

  /** Cuts every connection and lets nobody through for so many ms. */
  block(ms: number): void {
    this.#blockedUntil = performance.now() + ms
    this.cut()
  }

  /** No more mishaps from now on. */
  calm(): void {
    this.#isCalm = true
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.cut()
    this.#server.close()
    await once(this.#server, 'close')
  }

  #accept(near: Socket): void {
    near.on('error', () => near.destroy())
    if (performance.now() < this.#blockedUntil) {
      near.resetAndDestroy()
      return
    }
    const { hostname, port } = new URL(this.#options.target)
    const far = connect({ host: hostname, port: Number(port), noDelay: true })
    near.setNoDelay(true)
    this.#open.add(near)
    near.on('close', () => {
      this.#open.delete(near)
      far.destroy()
    })
    far.on('error', () => near.destroy())
    far.on('close', () => near.destroy())
    const number = this.#connections++
    const cut = () => this.#cut(near)
    flakyWire(near, far, this.#mishaps(number, 0), cut)
    flakyWire(far, near, this.#mishaps(number, 1), cut)
  }

  #cut(near: Socket): void {
    if (!this.#open.delete(near)) return
    this.#cuts++
    near.resetAndDestroy()
  }

  #mishaps(connection: number, direction: number): () => WireMishaps {
    const { seed, delayMs = [0, 0], cutChance = 0 } = this.#options
    const chance = seeded(seed, connection, direction)
    return () => (this.#isCalm ? { chance, delayMs: [0, 0], cutChance: 0 } : { chance, delayMs, cutChance })
  }
}
