import { type CommandResult, type LiveMessage, refusal, type Viewer, type Watching } from '@humuus/api'
import type { AppendResult, EventLog } from '@humuus/db'
import {
  engine,
  must,
  reject,
  type StoredAction,
  type WorkshopEvent,
  type WorkshopState,
} from '@humuus/workshop-engine'
import { type Batch, judge } from './batch.ts'
import { change, smallest, snapshot } from './change-since.ts'
import { History, type Moment } from './history.ts'
import { Presence } from './presence.ts'
import { progressOf } from './progress.ts'
import { Pulse } from './pulse.ts'
import { Receipts } from './receipts.ts'
import { mayWatch } from './viewers.ts'
import { Watchers } from './watchers.ts'
import type { QueuedWish, Wish } from './wish.ts'

export interface RoomPorts {
  readonly log: EventLog
  readonly now: () => number
  /** Asks for a tick of this session at a moment (epoch ms). */
  readonly schedule: (sessionId: string, deadline: number) => void
  readonly onError: (error: unknown, sessionId: string) => void
}

/** Changes that are not steps reach a subscriber at most this often. */
const pulseMs = 50

/** Wishes judged together at most. */
const maxBatch = 2_000

/**
 * A live session in memory: a fold of its log. One append is in flight at a time; what arrives meanwhile is the next batch.
 * Nothing is answered before it is committed, and subscribers are cursors into the history.
 */
export class Room {
  readonly id: string
  readonly #initial: WorkshopState
  readonly #ports: RoomPorts
  readonly #history: History
  readonly #receipts = new Receipts()
  readonly #pulse = new Pulse(pulseMs)
  readonly #presence: Presence
  readonly #watchers = new Watchers()
  #queue: QueuedWish[] = []
  #working: Promise<void> | null = null
  /** The log may hold more than the state knows: after a lost race, an uncertain append, or news from elsewhere. */
  #behind = false
  #lastEventAt = 0
  #scheduled: number | null = null
  #idleSince: number

  private constructor(id: string, initial: WorkshopState, moment: Moment, ports: RoomPorts) {
    this.id = id
    this.#initial = initial
    this.#ports = ports
    this.#history = new History(moment)
    this.#idleSince = ports.now()
    this.#presence = new Presence((present, away) => {
      void this.command({ type: 'presence', present: [...present], away: [...away] })
    })
  }

  /** Folds the log. People and facilitators whom it says are here have a grace to show up. */
  static async open(id: string, initial: WorkshopState, ports: RoomPorts): Promise<Room> {
    const actions = await ports.log.read(id, 0)
    const state = engine.fold(initial, actions.map(engine.readEvent))
    const room = new Room(id, initial, { version: actions.at(-1)?.version ?? 0, state }, ports)
    room.#receipts.read(actions)
    room.#lastEventAt = actions.at(-1)?.at ?? 0
    for (const person of state.people.values()) if (person.standing === 'present') room.#presence.expect(person.id)
    for (const host of state.facilitators.values()) if (host.present) room.#presence.expect(host.id)
    room.#reschedule()
    return room
  }

  get head(): Moment {
    return this.#history.head
  }

  /** Ms since the last subscriber left or the last command came; `0` while in use. */
  idleFor(now: number): number {
    return this.#watchers.count > 0 || this.#working !== null ? 0 : now - this.#idleSince
  }

  /** Applies a person's wish at most once, and answers it the same however often it is sent. */
  submit(wish: Omit<Wish, 'at'>): Promise<CommandResult> {
    this.#idleSince = this.#ports.now()
    return new Promise((answer) => {
      this.#queue.push({ ...wish, at: this.#ports.now(), answer })
      this.#work()
    })
  }

  /** A command of the system's own. */
  command(command: Wish['command']): Promise<CommandResult> {
    return this.submit({ commandId: null, actor: { kind: 'system' }, command })
  }

  /** The log has grown elsewhere, up to at least this version. */
  heardOf(version: number): void {
    if (version <= this.head.version) return
    this.#behind = true
    this.#work()
  }

  /** What this viewer missed since a version, then every change. Ends when the signal aborts or the viewer may no longer watch. */
  async *live(viewer: Viewer, watching: Watching, signal: AbortSignal): AsyncGenerator<LiveMessage> {
    // Registered before the first look, so that nothing falls in between.
    const watch = this.#watchers.enter(viewer, watching.page, watching.beats, performance.now())
    if (watch === null) throw refusal('slow_down')
    if (viewer.role !== 'screen') this.#presence.arrive(viewer.userId)
    const over = AbortSignal.any([signal, watch.signal])
    try {
      let beat = this.#pulse.count
      const first = await this.#firstLook(viewer, watching.since)
      if (first.message) yield first.message
      // The cursor is what the viewer was sent, not what we looked at: it moves only with a message.
      let { seen } = first
      while (mayWatch(this.head.state, viewer) || seen !== this.head) {
        await this.#pulse.after(beat, over)
        await watching.room(over)
        if (watch.end === 'taken_over') throw refusal('taken_over')
        if (over.aborted) return
        beat = this.#pulse.count
        const now = this.head
        const message = this.#changeSince(seen, now, viewer)
        if (message) {
          seen = now
          yield message
        } else if (!mayWatch(now.state, viewer)) return
      }
    } finally {
      watch.leave()
      this.#idleSince = this.#ports.now()
      if (viewer.role !== 'screen') this.#presence.depart(viewer.userId)
    }
  }

  /** A page that promised to say so is still there. */
  beat(page: string): void {
    this.#watchers.beat(page, performance.now())
  }

  /** Looks after those who fell silent. */
  sweep(): void {
    this.#watchers.sweep(performance.now())
  }

  /** Waits for what is in flight. */
  async stop(): Promise<void> {
    this.#presence.stop()
    await this.#working
  }

  #changeSince(from: Moment, now: Moment, viewer: Viewer): LiveMessage | null {
    const ownChanged = viewer.role === 'participant' && this.#history.mayAffect(viewer.userId, from.version)
    return change(from, now, viewer, ownChanged)
  }

  async #firstLook(viewer: Viewer, since: number | null): Promise<{ seen: Moment; message: LiveMessage | null }> {
    if (since !== null && since > this.head.version) await this.#catchUp()
    const before = since === null || since > this.head.version ? null : await this.#momentAt(since)
    const now = this.head
    const message = before === null ? snapshot(now, viewer) : smallest(before, now, viewer)
    return { seen: before !== null && message === null ? before : now, message }
  }

  /** The state at a version: remembered, or rebuilt from the log. */
  async #momentAt(version: number): Promise<Moment> {
    const remembered = this.#history.at(version)
    if (remembered) return remembered
    const actions = await this.#ports.log.read(this.id, 0, version)
    return { version, state: engine.fold(this.#initial, actions.map(engine.readEvent)) }
  }

  #work(): void {
    this.#working ??= this.#drain().finally(() => {
      this.#working = null
      // What came in between the last look into the queue and now.
      if (this.#queue.length > 0) this.#work()
    })
  }

  async #drain(): Promise<void> {
    while (this.#behind || this.#queue.length > 0) {
      const batch = this.#queue.splice(0, maxBatch)
      try {
        if (this.#behind) await this.#catchUp()
        if (batch.length > 0) await this.#write(batch)
      } catch (error) {
        // The append may have reached the log without our knowing: look there before the next one.
        this.#behind = true
        this.#ports.onError(error, this.id)
        for (const wish of batch) wish.answer(reject('unavailable'))
        if (this.#queue.length === 0) return
      }
    }
  }

  async #write(batch: readonly QueuedWish[]): Promise<void> {
    for (;;) {
      const judged = judge(this.head, batch, this.#receipts, this.#lastEventAt)
      const appended = await this.#append(judged)
      if (appended.ok) {
        if (judged.actions.length > 0) this.#commit(judged.after, judged.actions, judged.events)
        return this.#answer(batch, judged.results)
      }
      if (appended.reason === 'unknown_session')
        return this.#answer(
          batch,
          batch.map(() => reject('unknown_session')),
        )
      // Somebody else was first: what they did comes before us, and we are judged again.
      const news = await this.#catchUp()
      if (!news) throw new Error(`append refused (${appended.reason}) although nothing is new in the log`)
    }
  }

  #append({ actions, after }: Batch): Promise<AppendResult> {
    if (actions.length === 0) return Promise.resolve({ ok: true, version: after.version })
    return this.#ports.log.append(this.id, this.head.version, actions, progressOf(after.state))
  }

  #answer(batch: readonly QueuedWish[], results: readonly CommandResult[]): void {
    for (const [index, wish] of batch.entries()) {
      const result = must(results[index], 'every wish has a result')
      if (!result.ok && wish.commandId !== null) this.#receipts.refuse(wish.commandId, result)
      wish.answer(result)
    }
  }

  /** Reads what the log has beyond the head; true if there was something. */
  async #catchUp(): Promise<boolean> {
    const actions = await this.#ports.log.read(this.id, this.head.version)
    this.#behind = false
    const last = actions.at(-1)
    if (last === undefined) return false
    const events = actions.map(engine.readEvent)
    this.#commit({ version: last.version, state: engine.fold(this.head.state, events) }, actions, events)
    return true
  }

  #commit(moment: Moment, actions: readonly StoredAction[], events: readonly WorkshopEvent[]): void {
    this.#history.push(moment, events)
    this.#receipts.read(actions)
    this.#lastEventAt = actions.at(-1)?.at ?? this.#lastEventAt
    for (const event of events)
      if (event.type === 'joined' || event.type === 'came_back') this.#presence.expect(event.by)
    this.#pulse.beat(events.some(isStep))
    this.#reschedule()
  }

  #reschedule(): void {
    const deadline = engine.nextDeadline(this.head.state)
    if (deadline === this.#scheduled) return
    this.#scheduled = deadline
    if (deadline !== null) this.#ports.schedule(this.id, deadline)
  }
}

/** What everybody must see at the same moment: all but answers and presence. */
const isStep = (event: WorkshopEvent): boolean =>
  event.type !== 'node' && event.type !== 'presence_changed' && event.type !== 'joined'
