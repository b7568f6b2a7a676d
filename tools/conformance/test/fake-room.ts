import { type CommandResult, type LiveMessage, refusal, type Viewer, type Watching } from '@humuus/api'
import { Changes } from '@humuus/client/testing'
import {
  type Command,
  engine,
  type HumuusCommand,
  reject,
  type WorkshopEvent,
  type WorkshopState,
} from '@humuus/workshop-engine'
import type { Fault } from './faults.ts'

interface Watch {
  readonly userId: string
  readonly page: string
  readonly over: AbortController
}

/** A session in memory on the real engine, that can be made to break one rule. */
export class FakeRoom {
  readonly #fault: Fault | null
  readonly #others: Iterable<FakeRoom>
  readonly #answers = new Map<string, CommandResult>()
  readonly changes = new Changes()
  readonly #watches = new Set<Watch>()
  readonly #watchedBefore = new Set<string>()
  readonly history: WorkshopState[]
  #events: WorkshopEvent[] = []
  #restarted = false
  #timer: NodeJS.Timeout | undefined

  constructor(initial: WorkshopState, fault: Fault | null, others: Iterable<FakeRoom>) {
    this.history = [initial]
    this.#fault = fault
    this.#others = others
  }

  get version(): number {
    return this.history.length - 1
  }

  get state(): WorkshopState {
    return this.history[this.version] as WorkshopState
  }

  async submit(commandId: string, userId: string, given: HumuusCommand): Promise<CommandResult> {
    const known = this.#answers.get(commandId)
    if (known && this.#fault !== 'every arrival counts') return known
    const command = this.#fault === 'late answers hit the current step' ? this.#misdirected(given) : given
    const result = await this.#judge(command, this.#actor(userId))
    this.#answers.set(commandId, result)
    return result
  }

  /** What does not outlive a process is gone. */
  restart(): void {
    clearTimeout(this.#timer)
    if (this.#fault === 'a restart forgets the session') this.history.splice(1)
    if (this.#fault === 'a restart forgets the last answers') this.#forgetLastAnswers()
    this.#restarted = true
    this.#wind()
  }

  #forgetLastAnswers(): void {
    const last = this.#events.slice(-5)
    this.#events = this.#events.filter((event) => event.type !== 'node' || !last.includes(event))
    this.#write(engine.fold(this.history[0] as WorkshopState, this.#events))
  }

  stop(): void {
    clearTimeout(this.#timer)
  }

  async *live(viewer: Viewer, { since, page }: Watching, signal: AbortSignal): AsyncGenerator<LiveMessage> {
    const watch = this.#enter(viewer, page)
    const over = AbortSignal.any([signal, watch.over.signal])
    let seen = this.#fault === 'cursors are ignored' ? null : since
    if (this.#fault === 'what a sleeper missed is not told' && seen !== null) seen = this.version
    try {
      while (!over.aborted) {
        if (seen === this.version) await this.changes.next(over)
        if (over.aborted) break
        if (seen === this.version && this.#fault === 'everybody hears everything')
          yield { kind: 'delta', from: seen, version: seen, shared: null, own: null }
        if (seen === this.version) continue
        yield this.#message(viewer, seen)
        seen = this.version
      }
      if (watch.over.signal.aborted && !signal.aborted) throw refusal('taken_over')
    } finally {
      this.#watches.delete(watch)
    }
  }

  #actor(userId: string): string {
    const isFirst = this.state.people.first()?.id === userId
    const [creator] = this.state.facilitators.keys()
    return this.#fault === 'the first visitor is the host' && isFirst && creator !== undefined ? creator : userId
  }

  #misdirected(command: HumuusCommand): HumuusCommand {
    const nodeId = this.state.flow.step?.nodeId
    return command.type === 'act' && nodeId !== undefined ? { ...command, nodeId } : command
  }

  async #judge(command: Command | HumuusCommand, userId: string | null): Promise<CommandResult> {
    const before = this.state
    if (this.#fault === 'nobody comes late' && command.type === 'join' && before.flow.phase === 'active')
      return reject('late_join_closed')
    const actor = userId === null ? ({ kind: 'system' } as const) : ({ kind: 'user', id: userId } as const)
    const decision = engine.decide(before, command, { actor, now: Date.now() })
    if (!decision.ok && this.#fault === 'late answers are dropped without a word')
      return { ok: true, version: this.version }
    if (!decision.ok) return decision
    // Between reading and writing somebody else may write.
    const isOverwritten = this.#fault === 'answers at once overwrite each other' && command.type === 'act'
    if (isOverwritten) await new Promise((resolve) => setTimeout(resolve, 5))
    const from = isOverwritten ? before : this.state
    this.#events.push(...decision.events)
    this.#write(engine.fold(from, decision.events))
    return { ok: true, version: this.version }
  }

  #write(state: WorkshopState): void {
    this.history.push(state)
    this.#wind()
    this.changes.happen()
    if (this.#fault === 'everybody hears everything') for (const other of this.#others) other.changes.happen()
  }

  #wind(): void {
    clearTimeout(this.#timer)
    const deadline = engine.nextDeadline(this.state)
    if (deadline === null || (this.#restarted && this.#fault === 'timers die with the server')) return
    this.#timer = setTimeout(() => void this.#judge({ type: 'tick' }, null), Math.max(0, deadline - Date.now()) + 1)
  }

  #enter(viewer: Viewer, page: string): Watch {
    const userId = viewer.role === 'participant' ? viewer.userId : crypto.randomUUID()
    const watch = { userId, page, over: new AbortController() }
    const earlier = [...this.#watches].filter((one) => one.userId === userId)
    if (earlier.length > 0 && this.#fault === 'who is still connected is refused') throw refusal('not_allowed')
    if (this.#fault !== 'an older page is not told') for (const one of earlier) if (one.page !== page) one.over.abort()
    this.#watches.add(watch)
    if (this.#watchedBefore.has(userId)) this.#cameBack(userId)
    this.#watchedBefore.add(userId)
    return watch
  }

  #cameBack(userId: string): void {
    const isLost = (event: WorkshopEvent) => {
      if (event.type !== 'node') return false
      if (this.#fault === 'a reconnect erases all answers') return true
      return this.#fault === 'a new socket is a new person' && event.by === userId
    }
    if (!this.#events.some(isLost)) return
    this.#events = this.#events.filter((event) => !isLost(event))
    this.#write(engine.fold(this.history[0] as WorkshopState, this.#events))
  }

  #message(viewer: Viewer, since: number | null): LiveMessage {
    const { version } = this
    const now = this.#seen(viewer, version)
    if (since === null || this.history[since] === undefined) return { kind: 'snapshot', version, ...now }
    const before = this.#seen(viewer, since)
    const change = { shared: engine.delta(before.shared, now.shared), own: engine.delta(before.own, now.own) }
    return { kind: 'delta', from: since, version, ...change }
  }

  #seen(viewer: Viewer, version: number): { shared: unknown; own: unknown } {
    const state = this.history[version] as WorkshopState
    const own = viewer.role === 'participant' ? engine.ownView(state, viewer.userId) : null
    return { shared: engine.sharedView(state, viewer.role), own }
  }
}
