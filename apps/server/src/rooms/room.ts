import {
  type CommandResult,
  type LiveMessage,
  type Outlet,
  refusal,
  type Viewer,
  type ViewStart,
  type Watching,
} from '@humuus/api'
import { type EventLog, isStorageFull } from '@humuus/db'
import { engine, reject, type SystemCommand, type WorkshopEvent, type WorkshopState } from '@humuus/workshop-engine'
import type { Admission } from './admission.ts'
import { Fanout } from './fanout.ts'
import { smallest, snapshot } from './first-look.ts'
import { Following } from './following.ts'
import type { Moment } from './history.ts'
import type { Leg } from './leg.ts'
import { Legs } from './legs.ts'
import { textOf } from './live-text.ts'
import { Presence, type Whereabouts } from './presence.ts'
import { consolePulseMs, Pulse, phonePulseMs, pulseMs } from './pulse.ts'
import type { RoomObserver } from './room-observer.ts'
import type { RoomTraces } from './room-traces.ts'
import { type News, SessionLog } from './session-log.ts'
import { mayWatch } from './viewers.ts'
import { type End, type ViewCensus, type Watch, Watchers } from './watchers.ts'
import type { QueuedWish, Wish } from './wish.ts'
import { WishLimit } from './wish-limit.ts'
import type { WishTrace } from './wish-trace.ts'

export interface RoomPorts {
  readonly log: EventLog
  readonly now: () => number
  /** Id of this server among those that serve the same database. */
  readonly serverId: string
  /** Asks for a tick of this session at a moment (epoch ms). */
  readonly schedule: (sessionId: string, deadline: number) => void
  /** The log has grown by our hand, up to this version. */
  readonly written: (sessionId: string, version: number) => void
  readonly onError: (error: unknown, sessionId: string) => void
  /** People who come or return take turns at it. */
  readonly door: Pick<Admission, 'enter'>
  readonly observer?: RoomObserver | undefined
  readonly traces?: RoomTraces | undefined
}

/** Wishes judged together at most. */
const maxBatch = 2_000

/** Wishes that may wait while the log does not answer; more are asked to come again. */
const mostQueued = 20_000

/** A clock that should have been rung so long ago is rung by the room itself. */
const lateMs = 1_000

/** Those who are told of changes at the same pace. */
interface Audience {
  readonly pulse: Pulse
  readonly fanout: Fanout
}

/**
 * A live session on this server: wishes go in, one batch at a time; subscribers are cursors into what the log says. Nothing
 * is answered before it is committed.
 */
export class Room {
  readonly #log: SessionLog
  readonly #ports: RoomPorts
  readonly #audiences: Readonly<Record<Viewer['role'], Audience>>
  readonly #presence: Presence
  readonly #watchers = new Watchers()
  readonly #limit = new WishLimit()
  readonly #legs = new Legs((version) => this.#log.history.affectedSince(version))
  /** Answers to come, by command: the same one again waits with the first. */
  readonly #pending = new Map<string, Promise<CommandResult>>()
  #queue: QueuedWish[] = []
  #working: Promise<void> | null = null
  /** The log may hold more than the state knows: after a lost race, an uncertain append, or news from elsewhere. */
  #behind = false
  #scheduled: number | null = null
  #idleSince: number
  /** Steps that were shown and are not written down yet. */
  #shown: Moment[] = []

  private constructor(log: SessionLog, ports: RoomPorts) {
    this.#log = log
    this.#ports = ports
    this.#idleSince = ports.now()
    this.#audiences = {
      participant: this.#audience(() => phonePulseMs(this.#watchers.count)),
      host: this.#audience(() => consolePulseMs(this.head.state.people.size)),
      screen: this.#audience(() => pulseMs),
    }
    this.#presence = new Presence(async (whereabouts) => {
      const { ok } = await this.command(() => this.#here(whereabouts))
      if (!ok) this.#presence.sayAgain(whereabouts)
    })
  }

  /** Folds the log. People and facilitators who are said to be here, on no server yet, have a grace to show up. */
  static async open(id: string, initial: WorkshopState, ports: RoomPorts): Promise<Room> {
    const opened: { room: Room | null } = { room: null }
    const log = await SessionLog.open(id, initial, ports.log, (news) => {
      if (opened.room) opened.room.#heed(news)
    })
    const room = new Room(log, ports)
    opened.room = room
    const { people, facilitators, whereabouts } = log.head.state
    for (const { id: who, standing } of people.values())
      if (standing === 'present' && !whereabouts.has(who)) room.#presence.expect(who)
    for (const { id: who, present } of facilitators.values())
      if (present && !whereabouts.has(who)) room.#presence.expect(who)
    room.#reschedule()
    return room
  }

  get id(): string {
    return this.#log.id
  }

  get head(): Moment {
    return this.#log.head
  }

  /** Ms since the last subscriber left or the last command came; `0` while in use. */
  idleFor(now: number): number {
    return this.#watchers.count > 0 || this.#working !== null ? 0 : now - this.#idleSince
  }

  /** False when this person has to slow down. */
  mayWish(userId: string): boolean {
    return this.#limit.take(userId, this.#ports.now())
  }

  /** Applies a person's wish at most once, and answers it the same however often it is sent. */
  submit(wish: Omit<Wish, 'at'>): Promise<CommandResult> {
    this.#idleSince = this.#ports.now()
    const { commandId } = wish
    const underWay = commandId === null ? undefined : this.#pending.get(commandId)
    if (underWay !== undefined) {
      this.#log.countDuplicate()
      return underWay
    }
    if (this.#queue.length >= mostQueued) return Promise.resolve(reject('slow_down'))
    const answered = new Promise<CommandResult>((resolve) => {
      const answer = (result: CommandResult) => {
        if (commandId !== null) this.#pending.delete(commandId)
        resolve(result)
      }
      this.#queue.push({ ...wish, at: this.#ports.now(), answer })
    })
    if (commandId !== null) this.#pending.set(commandId, answered)
    this.#work()
    return answered
  }

  /** A command of the system's own. */
  command(command: Wish['command'], trace?: WishTrace): Promise<CommandResult> {
    return this.submit({ commandId: null, actor: { kind: 'system' }, command, trace })
  }

  /** The log has grown elsewhere, up to at least this version. */
  heardOf(version: number): void {
    if (version <= this.head.version) return
    this.#behind = true
    this.#work()
  }

  /** Resolves when what the log holds now was read. By the one who writes, too: two at once would apply the same rows twice. */
  async catchUp(): Promise<void> {
    this.#behind = true
    this.#work()
    await this.#working
  }

  /**
   * What this viewer missed since their cursor, then every change. Ends when the signal aborts or the viewer may no longer
   * watch; throws the refusal `taken_over` when they went on with another page.
   */
  async *live(viewer: Viewer, watching: Watching, signal: AbortSignal): AsyncGenerator<LiveMessage> {
    const ended = new AbortController()
    const watch = this.#enter(viewer, watching, { over: () => ended.abort() })
    const over = AbortSignal.any([signal, ended.signal])
    try {
      const { pulse } = this.#audienceOf(viewer)
      let beat = pulse.count
      const first = await this.#firstLook(viewer, watching.since, over)
      if (first.message) {
        this.#ports.observer?.sent(first.message.kind)
        yield first.message
      }
      // The cursor is what the viewer was sent, not what we looked at: it moves only with a message.
      let { seen } = first
      while (mayWatch(this.head.state, viewer) || seen !== this.head) {
        await pulse.after(beat, over)
        await watching.room(over)
        if (watch.end === 'taken_over') throw refusal('taken_over')
        if (over.aborted) return
        beat = pulse.count
        const now = this.head
        const message = this.#leg(seen, seen.version, viewer.role).message(viewer)
        if (message) {
          this.#sent(message, seen.version)
          seen = now
          yield message
        } else if (!mayWatch(now.state, viewer)) return
      }
    } finally {
      this.#leave(watch)
    }
  }

  /** The same to an outlet; see `Rooms.follow`. */
  async follow(viewer: Viewer, start: ViewStart, outlet: Outlet, signal: AbortSignal): Promise<{ stop(): void }> {
    const { fanout } = this.#audienceOf(viewer)
    const following = new Following(viewer, outlet, this.head, (one) => {
      fanout.remove(one)
      this.#leave(watch)
    })
    const watch = this.#enter(viewer, start, following)
    const stop = () => following.stop()
    signal.addEventListener('abort', stop, { once: true })
    try {
      const { seen, message } = await this.#firstLook(viewer, start.since, signal)
      if (following.isOver) return following
      if (message) {
        this.#ports.observer?.sent(message.kind)
        outlet.send(textOf(message))
      }
      following.seen = seen
      following.sent = seen.version
      if (seen === this.head && !mayWatch(seen.state, viewer)) following.end()
      else fanout.add(following)
      return following
    } catch (error) {
      following.stop()
      throw error
    } finally {
      signal.removeEventListener('abort', stop)
    }
  }

  /** Who looks on, and how, added to what is counted already. */
  countViews(census: ViewCensus): void {
    this.#watchers.countInto(census)
  }

  /** A page that promised to say so is still there. */
  beat(page: string): void {
    this.#watchers.beat(page, performance.now())
  }

  /**
   * Looks after what no event tells: pages that fell silent, people whose server died (`alive`: those that live, if that is
   * known), a clock that nobody rang. True for the last.
   */
  lookAfter(alive: ReadonlySet<string> | null): boolean {
    this.#watchers.sweep(performance.now())
    if (alive !== null) this.#release(alive)
    const deadline = engine.nextDeadline(this.head.state)
    const isLate = deadline !== null && deadline + lateMs < this.#ports.now()
    if (isLate) {
      this.#ports.observer?.rangLate()
      void this.command({ type: 'tick' })
    }
    return isLate
  }

  /** What is to be written down beside the log since this was last asked. */
  takeBooks(): { readonly duplicates: number; readonly shown: readonly Moment[] } {
    const shown = this.#shown
    this.#shown = []
    return { duplicates: this.#log.takeDuplicates(), shown }
  }

  /** Waits for what is in flight. */
  async stop(): Promise<void> {
    this.#presence.stop()
    await this.#working
  }

  /** Something came into the log. */
  #heed({ after, events, written }: News): void {
    for (const event of events) this.#heedEvent(event, written !== null)
    const isUrgent = events.some(isStep)
    if (isUrgent) this.#shown.push(after)
    for (const { pulse } of Object.values(this.#audiences)) pulse.beat(isUrgent)
    this.#reschedule()
    if (written === null) return
    this.#ports.written(this.id, after.version)
    this.#ports.observer?.appended(written.versions, written.committedAt - written.judgedAt)
    this.#ports.traces?.written(this.id, after.version, written)
  }

  #heedEvent(event: WorkshopEvent, isOurs: boolean): void {
    if (isOurs && (event.type === 'joined' || event.type === 'came_back')) this.#presence.expect(event.by)
    if (event.type !== 'presence_changed') return
    const { away, on, pages = {} } = event.data
    for (const id of away) this.#presence.contradict(id)
    if (on === undefined || on === this.#ports.serverId) return
    for (const [id, came] of Object.entries(pages)) {
      this.#watchers.wentElsewhere(id, came)
      // Who came to us after that is here, and is told so again.
      if (this.#watchers.pageOf(id) !== null) this.#presence.contradict(id)
    }
  }

  /** People who were connected to a server that is dead are away, unless they came to another one. */
  #release(alive: ReadonlySet<string>): void {
    const stranded = new Map<string, string[]>()
    for (const [id, { on: server }] of this.head.state.whereabouts) {
      if (server === this.#ports.serverId || alive.has(server)) continue
      stranded.set(server, [...(stranded.get(server) ?? []), id])
    }
    for (const [on, away] of stranded) void this.command({ type: 'presence', present: [], away, on })
  }

  /** A report as it is true now: somebody may have gone on to another page, or come back, since it was asked for. */
  #here({ present, away }: Whereabouts): SystemCommand {
    const shown = present.flatMap((id) => {
      const page = this.#watchers.pageOf(id)
      return page === null ? [] : [[id, page] as const]
    })
    return {
      type: 'presence',
      present: shown.map(([id]) => id),
      away: away.filter((id) => this.#watchers.pageOf(id) === null),
      on: this.#ports.serverId,
      pages: Object.fromEntries(shown),
    }
  }

  #audience(intervalMs: () => number): Audience {
    const fanout = new Fanout({
      head: () => this.head,
      leg: (from, sent, role) => this.#leg(from, sent, role),
      sent: (message, from) => this.#sent(message, from),
    })
    return { fanout, pulse: new Pulse(intervalMs, () => fanout.round()) }
  }

  /** Registered before the first look, so that nothing falls in between. */
  #enter(viewer: Viewer, start: ViewStart, told: { over(end: End): void }): Watch {
    const now = { steady: performance.now(), epoch: this.#ports.now() }
    const watch = this.#watchers.enter(viewer, start, now, told)
    if (watch === null) throw refusal('slow_down')
    this.#ports.observer?.opened(start.since !== null)
    if (viewer.role !== 'screen') this.#presence.arrive(viewer.userId)
    return watch
  }

  #leave(watch: Watch): void {
    this.#watchers.leave(watch)
    this.#idleSince = this.#ports.now()
    if (watch.viewer.role !== 'screen') this.#presence.depart(watch.viewer.userId)
  }

  #audienceOf({ role }: Viewer): Audience {
    return this.#audiences[role]
  }

  #sent(message: LiveMessage, from: number): void {
    this.#ports.observer?.sent(message.kind)
    this.#ports.traces?.sent(this.id, from, message.version)
  }

  /** From a moment to now, for all who saw that last and know version `sent`. */
  #leg(from: Moment, sent: number, role: Viewer['role']): Leg {
    return this.#legs.to({ role, from, to: this.head, sent })
  }

  async #firstLook(
    viewer: Viewer,
    since: number | null,
    signal: AbortSignal,
  ): Promise<{ seen: Moment; message: LiveMessage | null }> {
    if (since !== null && since > this.head.version) await this.catchUp()
    const before = since === null || since > this.head.version ? null : await this.#log.momentAt(since)
    const leave = await this.#ports.door.enter(signal)
    try {
      const now = this.head
      // What was shown before somebody was forgotten cannot be rebuilt: their name is no longer in the log.
      const known = before !== null && before.version >= this.#log.forgottenAt ? before : null
      const message =
        known === null ? snapshot(now, viewer) : smallest(this.#leg(known, known.version, viewer.role), viewer)
      return { seen: known !== null && message === null ? known : now, message }
    } finally {
      leave()
    }
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
        if (this.#behind) {
          this.#behind = false
          await this.#log.catchUp()
        }
        if (batch.length > 0) await this.#log.write(batch)
      } catch (error) {
        // The append may have reached the log without our knowing: look there before the next one.
        this.#behind = true
        this.#ports.observer?.notAppended()
        this.#ports.onError(error, this.id)
        const code = isStorageFull(error) ? 'storage_full' : 'unavailable'
        for (const wish of batch) wish.answer(reject(code))
        if (this.#queue.length === 0) return
      }
    }
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
