import type { CommandResult, LiveMessage, Outlet, Viewer, ViewStart, Watching } from '@humuus/api'
import type { WorkshopEvent, WorkshopState } from '@humuus/workshop-engine'
import { Attendance } from './attendance.ts'
import { Audiences } from './audiences.ts'
import type { Moment } from './history.ts'
import { isLate, RoomClock } from './room-clock.ts'
import type { RoomPorts } from './room-ports.ts'
import { type News, SessionLog } from './session-log.ts'
import { Subscriptions } from './subscriptions.ts'
import type { ViewCensus } from './watchers.ts'
import type { Wish } from './wish.ts'
import { WishLimit } from './wish-limit.ts'
import { WishQueue } from './wish-queue.ts'
import type { WishTrace } from './wish-trace.ts'

/**
 * A live session on this server: wishes go in, one batch at a time; subscribers are cursors into what the log says. Nothing
 * is answered before it is committed.
 */
export class Room {
  readonly #log: SessionLog
  readonly #ports: RoomPorts
  readonly #queue: WishQueue
  readonly #attendance: Attendance
  readonly #audiences: Audiences
  readonly #subscriptions: Subscriptions
  readonly #clock: RoomClock
  readonly #limit = new WishLimit()
  /** Steps that were shown and are not written down yet. */
  #shown: Moment[] = []

  private constructor(log: SessionLog, ports: RoomPorts) {
    this.#log = log
    this.#ports = ports
    this.#queue = new WishQueue({ log, now: ports.now, failed: (error) => this.#failed(error) })
    this.#attendance = new Attendance({ ...ports, command: (command) => this.command(command) })
    this.#audiences = new Audiences(log, this.#attendance, ports)
    this.#clock = new RoomClock((deadline) => ports.schedule(log.id, deadline))
    this.#subscriptions = new Subscriptions({
      ...ports,
      log,
      queue: this.#queue,
      attendance: this.#attendance,
      audiences: this.#audiences,
    })
  }

  /** Folds the log. */
  static async open(id: string, initial: WorkshopState, ports: RoomPorts): Promise<Room> {
    const opened: { room: Room | null } = { room: null }
    const log = await SessionLog.open(id, initial, ports.log, (news) => {
      if (opened.room) opened.room.#heed(news)
    })
    const room = new Room(log, ports)
    opened.room = room
    room.#attendance.expect(log.head.state)
    room.#clock.set(log.head.state)
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
    const isInUse = this.#attendance.count > 0 || this.#queue.isWorking
    return isInUse ? 0 : now - Math.max(this.#attendance.leftAt, this.#queue.usedAt)
  }

  /** False when this person has to slow down. */
  mayWish(userId: string): boolean {
    return this.#limit.take(userId, this.#ports.now())
  }

  /** Applies a person's wish at most once, and answers it the same however often it is sent. */
  submit(wish: Omit<Wish, 'at'>): Promise<CommandResult> {
    return this.#queue.submit(wish)
  }

  /** A command of the system's own. */
  command(command: Wish['command'], trace?: WishTrace): Promise<CommandResult> {
    return this.submit({ commandId: null, actor: { kind: 'system' }, command, trace })
  }

  /** The log has grown elsewhere, up to at least this version. */
  heardOf(version: number): void {
    if (version > this.head.version) this.#queue.readOn()
  }

  /** Resolves when what the log holds now was read. */
  catchUp(): Promise<void> {
    return this.#queue.catchUp()
  }

  /**
   * What this viewer missed since their cursor, then every change. Ends when the signal aborts or the viewer may no longer
   * watch; throws the refusal `taken_over` when they went on with another page.
   */
  live(viewer: Viewer, watching: Watching, signal: AbortSignal): AsyncGenerator<LiveMessage> {
    return this.#subscriptions.live(viewer, watching, signal)
  }

  /** The same to an outlet; see `Rooms.follow`. */
  follow(viewer: Viewer, start: ViewStart, outlet: Outlet, signal: AbortSignal): Promise<{ stop(): void }> {
    return this.#subscriptions.follow(viewer, start, outlet, signal)
  }

  /** Who looks on, and how, added to what is counted already. */
  countViews(census: ViewCensus): void {
    this.#attendance.countInto(census)
  }

  /** A page that promised to say so is still there. */
  beat(page: string): void {
    this.#attendance.beat(page)
  }

  /**
   * Looks after what no event tells: pages that fell silent, people whose server died (`alive`: those that live, if that is
   * known), a clock that nobody rang. True for the last.
   */
  lookAfter(alive: ReadonlySet<string> | null): boolean {
    this.#attendance.sweep()
    if (alive !== null) this.#attendance.release(this.head.state, alive)
    if (!isLate(this.head.state, this.#ports.now())) return false
    this.#ports.observer?.rangLate()
    void this.command({ type: 'tick' })
    return true
  }

  /** What is to be written down beside the log since this was last asked. */
  takeBooks(): { readonly duplicates: number; readonly shown: readonly Moment[] } {
    const shown = this.#shown
    this.#shown = []
    return { duplicates: this.#log.takeDuplicates(), shown }
  }

  /** Waits for what is in flight. */
  stop(): Promise<void> {
    this.#attendance.stop()
    return this.#queue.settled()
  }

  /** Something came into the log. */
  #heed({ after, events, written }: News): void {
    for (const event of events) this.#attendance.heed(event, written !== null)
    const isUrgent = events.some(isStep)
    if (isUrgent) this.#shown.push(after)
    this.#audiences.beat(isUrgent)
    this.#clock.set(after.state)
    if (written === null) return
    this.#ports.written(this.id, after.version)
    this.#ports.observer?.appended(written.versions, written.committedAt - written.judgedAt)
    this.#ports.traces?.written(this.id, after.version, written)
  }

  #failed(error: unknown): void {
    this.#ports.observer?.notAppended()
    this.#ports.onError(error, this.id)
  }
}

/** What everybody must see at the same moment: all but answers and presence. */
const isStep = (event: WorkshopEvent): boolean =>
  event.type !== 'node' && event.type !== 'presence_changed' && event.type !== 'joined'
