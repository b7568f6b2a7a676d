import type { CommandResult, LiveMessage, LiveState } from '@humuus/api'
import type { HumuusCommand } from '@humuus/workshop-engine'
import { Connection, type Cut } from './connection.ts'
import type { Onlooker } from './onlooker.ts'
import type { Site } from './site.ts'
import { sleep } from './virtual-time.ts'
import type { WhatHappened } from './what-happened.ts'
import { isFinal, type Witness } from './witness.ts'

/** An attempt without an answer: the connection counts as dead. */
const attemptMs = 5_000
const againMs = 300
const lookAgainMs = 1_000
const longestPauseMs = 2_000

interface PhoneParts {
  readonly onlooker: Onlooker
  readonly page: string
  /** Index of the server it prefers. */
  readonly home: number
  readonly site: Site
  readonly witness: Witness
  readonly happened: WhatHappened
}

interface Kept {
  readonly commandId: string
  readonly command: HumuusCommand
}

/**
 * A page as the product's clients are: one connection, a view that is merged and comes back with its cursor, and an outbox that
 * sends in order, one at a time, with the same id until there is an answer.
 */
export class Phone {
  readonly onlooker: Onlooker
  readonly page: string
  home: number
  latencyMs = 10
  /** How long it takes to have room for the next message. */
  readingMs = 0
  seen: LiveState | null = null
  readonly #parts: PhoneParts
  readonly #outbox: Kept[] = []
  #connection: Connection | null = null
  #awayUntil = 0
  #failures = 0
  #made = 0
  #takenOver = false

  constructor(parts: PhoneParts) {
    this.#parts = parts
    this.onlooker = parts.onlooker
    this.page = parts.page
    this.home = parts.home
    this.#connect()
  }

  get isTakenOver(): boolean {
    return this.#takenOver
  }

  /** Commands without an answer. */
  get waiting(): number {
    return this.#outbox.length
  }

  /** Puts a command into the outbox. */
  wish(command: HumuusCommand): string {
    const commandId = `${this.page} ${this.#made++}`
    this.#outbox.push({ commandId, command })
    if (this.#outbox.length === 1) this.#sendFirst()
    return commandId
  }

  /** What waits first is also under way over the other server, as from a connection before this one. */
  strayCopy(afterMs: number): void {
    const [first] = this.#outbox
    if (first === undefined) return
    const { site, happened } = this.#parts
    void sleep(afterMs).then(() => {
      const other = site.server(this.home + 1)
      if (!other.isUp) return
      happened.copies++
      void other.submit({ ...first, userId: this.onlooker.userId })
    })
  }

  cut(cut: Cut, awayMs: number): void {
    this.#awayUntil = Date.now() + awayMs
    this.#connection?.cut(cut)
  }

  calm(): void {
    this.#awayUntil = 0
    this.latencyMs = 10
    this.readingMs = 0
  }

  #connect(): void {
    const server = Date.now() < this.#awayUntil ? null : this.#parts.site.reachable(this.home)
    if (server === null) return void sleep(againMs).then(() => this.#connect())
    this.#connection = new Connection({
      server,
      latencyMs: () => this.latencyMs,
      happened: this.#parts.happened,
      onCut: () => this.#connectSoon(),
    })
    this.#listen(this.#connection)
    this.#sendFirst()
  }

  #connectSoon(): void {
    this.#connection = null
    void sleep(this.#pause()).then(() => this.#connect())
  }

  #pause(): number {
    return Math.min(longestPauseMs, 100 * 2 ** this.#failures++)
  }

  #listen(connection: Connection): void {
    if (!connection.isOpen || this.#takenOver) return
    const room = async (signal: AbortSignal) => {
      if (this.readingMs > 0 && !signal.aborted) await sleep(this.readingMs)
    }
    const watching = { since: this.seen?.version ?? null, page: this.page, beats: false, room }
    connection.listen(this.onlooker, watching, {
      message: (message) => this.#take(message),
      over: (why) => {
        if (why === 'taken_over') this.#giveWay()
        else void sleep(lookAgainMs).then(() => this.#listen(connection))
      },
    })
  }

  #take(message: LiveMessage): void {
    this.#failures = 0
    this.seen = this.#parts.witness.merged(this.onlooker, this.seen, message)
  }

  #giveWay(): void {
    this.#takenOver = true
    this.#parts.happened.takeovers++
  }

  #sendFirst(): void {
    const connection = this.#connection
    const [first] = this.#outbox
    if (!connection?.isOpen || first === undefined) return
    let isOpen = true
    connection.send({ ...first, userId: this.onlooker.userId }, (result) => {
      isOpen = false
      this.#answered(first, result)
    })
    void sleep(attemptMs).then(() => {
      if (isOpen) connection.cut({ silent: true, requestsArrive: false })
    })
  }

  #answered(sent: Kept, result: CommandResult): void {
    if (this.#outbox[0] !== sent) return
    if (!isFinal(result)) return void sleep(againMs).then(() => this.#sendFirst())
    this.#failures = 0
    this.#outbox.shift()
    this.#sendFirst()
  }
}
