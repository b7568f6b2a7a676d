import { setMaxListeners } from 'node:events'
import {
  type CommandResult,
  type LiveMessage,
  type Outlet,
  refusal,
  type Viewer,
  type ViewStart,
  type Watching,
} from '@humuus/api'
import type { EventLog } from '@humuus/db'
import { type HumuusCommand, must, reject, type WorkshopState } from '@humuus/workshop-engine'
import { Neighbours, type Roll } from '../../rooms/neighbours.ts'
import { LiveRooms } from '../../rooms/rooms.ts'
import { LineTrouble, LogLine } from './log-line.ts'
import type { Onlooker } from './onlooker.ts'
import type { WhatHappened } from './what-happened.ts'
import type { Witness } from './witness.ts'

export interface SentCommand {
  readonly commandId: string
  readonly userId: string
  readonly command: HumuusCommand
}

interface ServerParts {
  readonly name: string
  readonly sessionId: string
  readonly start: WorkshopState
  readonly log: EventLog
  readonly happened: WhatHappened
  readonly witness: Witness
  readonly schedule: (deadline: number) => void
  readonly servers: Roll
  /** The log has grown by this server's hand. */
  readonly written: (version: number) => void
}

/** One life of a server process, from its start to its end. */
interface Life {
  readonly line: LogLine
  readonly rooms: LiveRooms
  readonly over: AbortController
}

/** The real rooms of a server that can be stopped and killed; what stands around them is as small as can be. */
export class SimulatedServer {
  readonly #parts: ServerParts
  #life: Life | null = null
  #isStopping = false

  constructor(parts: ServerParts) {
    this.#parts = parts
  }

  get isUp(): boolean {
    return this.#life !== null && !this.#isStopping
  }

  /** Its connection to the log; `null` while it is down. */
  get line(): LogLine | null {
    return this.#life?.line ?? null
  }

  /** Aborts when this life of the server is over, and with it every connection. */
  get over(): AbortSignal {
    return must(this.#life, 'the server is up').over.signal
  }

  start(): void {
    if (this.#life !== null) return
    const { log, happened, witness, start, sessionId, schedule, servers, written } = this.#parts
    const line = new LogLine(log, happened)
    const rooms = new LiveRooms({
      log: line,
      now: () => Date.now(),
      start: async (id) => (id === sessionId ? start : null),
      schedule: (_id, deadline) => schedule(deadline),
      written: (_id, version) => written(version),
      neighbours: new Neighbours(line.over(servers)),
      books: { addDuplicates: async () => {}, addShown: async () => {} },
      onError: (error) => {
        if (!(error instanceof LineTrouble)) witness.object(`a room is in trouble: ${error}`)
      },
    })
    const over = new AbortController()
    // Every connection listens to it.
    setMaxListeners(0, over.signal)
    this.#life = { line, rooms, over }
  }

  /** `kill -9`: what is in flight is lost or not, and nobody is told. */
  kill(): void {
    if (this.#life === null) return
    this.#parts.happened.kills++
    this.#end(this.#life)
  }

  /** SIGTERM: what is in flight is finished, then everybody is told to come back. */
  async stop(): Promise<void> {
    const life = this.#life
    if (life === null || this.#isStopping) return
    this.#parts.happened.stops++
    this.#isStopping = true
    await life.rooms.stop()
    if (this.#life === life) this.#end(life)
  }

  /** Takes a command as the API does; every answer that leaves the server is written down. Never answers when it dies before. */
  async submit(sent: SentCommand): Promise<CommandResult> {
    const { rooms } = must(this.#life, 'the server is up')
    const result = await rooms.submit(this.#parts.sessionId, { ...sent, givenAt: null })
    this.#parts.witness.answered(sent.commandId, result)
    return result
  }

  /** A view as the API gives it: to those who may see it. */
  async *live({ userId, role }: Onlooker, watching: Watching, signal: AbortSignal): AsyncGenerator<LiveMessage> {
    const { rooms } = must(this.#life, 'the server is up')
    yield* rooms.live(this.#parts.sessionId, await this.#viewerOf({ userId, role }), watching, signal)
  }

  /** The same past an iterator. */
  async follow(onlooker: Onlooker, start: ViewStart, outlet: Outlet, signal: AbortSignal): Promise<{ stop(): void }> {
    const { rooms } = must(this.#life, 'the server is up')
    return rooms.follow(this.#parts.sessionId, await this.#viewerOf(onlooker), start, outlet, signal)
  }

  async #viewerOf({ userId, role }: Onlooker): Promise<Viewer> {
    if (role === 'screen') return { role }
    const { rooms } = must(this.#life, 'the server is up')
    const standing = await rooms.standing(this.#parts.sessionId, userId)
    const isIn = standing.participant === 'present' || standing.participant === 'away'
    if (role === 'host' ? !standing.isFacilitator : !isIn) throw refusal('not_allowed')
    return { role, userId }
  }

  /** The bus says that the log has grown. */
  heardOf(version: number): void {
    this.#life?.rooms.heardOf(this.#parts.sessionId, version)
  }

  tick(): Promise<CommandResult> {
    return this.#life?.rooms.tick(this.#parts.sessionId) ?? Promise.resolve(reject('unavailable'))
  }

  #end(life: Life): void {
    life.line.die()
    life.over.abort()
    // Its timers end; what it waits for never comes.
    void life.rooms.stop()
    this.#life = null
    this.#isStopping = false
  }
}
