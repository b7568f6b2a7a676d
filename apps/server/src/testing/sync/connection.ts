import type { CommandResult, LiveMessage, Outlet, Watching } from '@humuus/api'
import { TRPCError } from '@trpc/server'
import type { Onlooker } from './onlooker.ts'
import type { SentCommand, SimulatedServer } from './simulated-server.ts'
import { sleep } from './virtual-time.ts'
import type { WhatHappened } from './what-happened.ts'

/** A server notices by its pings that a connection died without a word. */
const noticedAfterMs = 8_000

/** `noticed`: both sides know at once; `silent`: the server finds out later. Either way what is under way is lost, or arrives all the same. */
export interface Cut {
  readonly silent: boolean
  readonly requestsArrive: boolean
}

interface ConnectionParts {
  readonly server: SimulatedServer
  readonly latencyMs: () => number
  readonly happened: WhatHappened
  readonly onCut: () => void
}

export interface Listener {
  readonly message: (message: LiveMessage) => void
  readonly over: (why: string | null) => void
}

/** A WebSocket's life: in order each way, as late as the link is, and with its end everything under way is lost. */
export class Connection {
  readonly #parts: ConnectionParts
  readonly #server = new AbortController()
  readonly #serverOver: AbortSignal
  readonly #arrives = { there: 0, back: 0 }
  #cut: Cut | null = null
  #listened = 0

  constructor(parts: ConnectionParts) {
    this.#parts = parts
    this.#serverOver = parts.server.over
    this.#serverOver.addEventListener('abort', () => this.cut({ silent: false, requestsArrive: false }), {
      once: true,
    })
  }

  get isOpen(): boolean {
    return this.#cut === null
  }

  cut(cut: Cut): void {
    if (!this.isOpen) return
    this.#cut = cut
    this.#parts.happened.cuts++
    if (cut.silent && !this.#serverOver.aborted) setTimeout(() => this.#server.abort(), noticedAfterMs)
    else this.#server.abort()
    this.#parts.onCut()
  }

  send(sent: SentCommand, answered: (result: CommandResult) => void): void {
    this.#carry('there', async () => {
      const result = await this.#parts.server.submit(sent)
      this.#carry('back', () => answered(result))
    })
  }

  listen(onlooker: Onlooker, watching: Watching, { message, over }: Listener): void {
    const carryBack = (json: string) => this.#carry('back', () => message(JSON.parse(json) as LiveMessage))
    const end = (error?: unknown) => this.#carry('back', () => over(error === undefined ? null : codeOf(error)))
    // Every other view is sent past an iterator.
    const isFollowed = this.#listened++ % 2 === 0
    this.#carry('there', async () => {
      try {
        if (isFollowed) {
          const outlet: Outlet = { isFull: () => false, room: async () => {}, send: ({ json }) => carryBack(json), end }
          return await this.#follow(onlooker, watching, outlet)
        }
        for await (const said of this.#parts.server.live(onlooker, watching, this.#server.signal))
          carryBack(JSON.stringify(said))
        end()
      } catch (error) {
        end(error)
      }
    })
  }

  async #follow(onlooker: Onlooker, watching: Watching, outlet: Outlet): Promise<void> {
    const { signal } = this.#server
    const following = await this.#parts.server.follow(onlooker, watching, outlet, signal)
    if (signal.aborted) following.stop()
    else signal.addEventListener('abort', () => following.stop(), { once: true })
  }

  #carry(way: 'there' | 'back', arrived: () => void): void {
    const { happened, latencyMs } = this.#parts
    this.#arrives[way] = Math.max(this.#arrives[way], Date.now() + latencyMs())
    void sleep(this.#arrives[way] - Date.now()).then(() => {
      if (this.#isLost(way)) happened[way === 'there' ? 'requestsLost' : 'answersLost']++
      else arrived()
    })
  }

  #isLost(way: 'there' | 'back'): boolean {
    if (this.#serverOver.aborted) return true
    return this.#cut !== null && (way === 'back' || !this.#cut.requestsArrive)
  }
}

/** A refusal's message is its code. */
const codeOf = (error: unknown): string => (error instanceof TRPCError ? error.message : 'server_error')
