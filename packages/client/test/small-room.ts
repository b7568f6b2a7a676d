import {
  type CommandResult,
  type LiveMessage,
  type PageReceipts,
  type Rooms,
  refusal,
  type Standing,
  type Viewer,
  type Watching,
} from '@humuus/api'
import {
  type EngineDecision,
  engine,
  type HumuusCommand,
  type Report,
  reject,
  type WorkshopState,
} from '@humuus/workshop-engine'
import { Changes } from '../src/testing/changes.ts'

interface Wish {
  readonly commandId: string
  readonly userId: string
  readonly command: HumuusCommand
  readonly givenAt: number | null
}

/** One live session on the real engine, kept in memory, whose moods a test can choose. */
export class SmallRoom implements Rooms {
  readonly history: WorkshopState[]
  /** Ids of the commands that came in, in order; an id that came again is there again. */
  readonly received: string[] = []
  /** So many commands are applied and then answered with `unavailable`, as if the answer of the database had been lost. */
  unavailable = 0
  /** Ms by which the server's clock is ahead. */
  clockAhead = 0
  /** The next change is sent as if made for another version. */
  misfit = false
  /** When they were given, as their senders say; beside `received`. */
  readonly givenAt: (number | null)[] = []
  /** Cursors that subscribers came with. */
  readonly cursors: (number | null)[] = []
  /** Pages that said they are still there, in order. */
  readonly beats: string[] = []
  /** How subscribers said that they watch. */
  readonly watching: Pick<Watching, 'page' | 'beats'>[] = []
  /** What clients say they were told. */
  readonly reports: PageReceipts[] = []
  /** It hears no reports just now. */
  isDeaf = false
  /** Everybody is told that they went on elsewhere. */
  isTakenOver = false
  readonly #answers = new Map<string, CommandResult>()
  readonly #changes = new Changes()
  #ends = 0

  constructor(initial: WorkshopState) {
    this.history = [initial]
  }

  get version(): number {
    return this.history.length - 1
  }

  get state(): WorkshopState {
    return this.history[this.version] as WorkshopState
  }

  async submit(_: string, { commandId, userId, command, givenAt }: Wish): Promise<CommandResult> {
    this.received.push(commandId)
    this.givenAt.push(givenAt)
    const result = this.#answers.get(commandId) ?? this.#judge(userId, command)
    this.#answers.set(commandId, result)
    if (this.unavailable === 0) return result
    this.unavailable--
    return reject('unavailable')
  }

  async tick(): Promise<CommandResult> {
    return { ok: true, version: this.version }
  }

  async forget(_: string, userId: string): Promise<CommandResult> {
    const actor = { kind: 'system' } as const
    return this.#apply(engine.decide(this.state, { type: 'forget', userId }, { actor, now: Date.now() }))
  }

  async standing(_: string, userId: string): Promise<Standing> {
    const participant = this.state.people.get(userId)?.standing ?? null
    const role = this.state.facilitators.get(userId)?.role ?? null
    return { isFacilitator: role !== null, role, participant }
  }

  /** tRPC's own handler knows iterators alone. */
  follow(): Promise<never> {
    return Promise.reject(new Error('nobody follows past an iterator here'))
  }

  beat(_: string, page: string): void {
    this.beats.push(page)
  }

  async report(): Promise<Report<unknown>> {
    return engine.report(this.state)
  }

  async *live(_: string, viewer: Viewer, watching: Watching, signal: AbortSignal): AsyncGenerator<LiveMessage> {
    const { since, page, beats } = watching
    this.cursors.push(since)
    this.watching.push({ page, beats })
    const ends = this.#ends
    let seen = since
    while (!signal.aborted && ends === this.#ends) {
      if (this.isTakenOver) throw refusal('taken_over')
      if (seen === this.version) await this.#changes.next(signal)
      else {
        yield this.#message(viewer, seen)
        seen = this.version
      }
    }
  }

  /** Ends every subscription without a word. */
  endSubscriptions(): void {
    this.#ends++
    this.#changes.happen()
  }

  #judge(userId: string, command: HumuusCommand): CommandResult {
    const actor = { kind: 'user', id: userId } as const
    return this.#apply(engine.decide(this.state, command, { actor, now: Date.now() }))
  }

  #apply(decision: EngineDecision): CommandResult {
    if (!decision.ok) return decision
    for (const event of decision.events) this.history.push(engine.evolve(this.state, event))
    this.#changes.happen()
    return { ok: true, version: this.version }
  }

  #message(viewer: Viewer, since: number | null): LiveMessage {
    const version = this.version
    const now = this.#seen(viewer, version)
    if (since === null) return { kind: 'snapshot', version, ...now }
    const before = this.#seen(viewer, since)
    const from = this.misfit ? since + 1_000 : since
    this.misfit = false
    const delta = { shared: engine.delta(before.shared, now.shared), own: engine.delta(before.own, now.own) }
    return { kind: 'delta', from, version, ...delta }
  }

  #seen(viewer: Viewer, version: number): { shared: unknown; own: unknown } {
    const state = this.history[version] as WorkshopState
    const own = viewer.role === 'participant' ? engine.ownView(state, viewer.userId) : null
    return { shared: engine.sharedView(state, viewer.role), own }
  }
}
