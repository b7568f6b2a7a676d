import {
  type Call,
  type CommandResult,
  type LiveMessage,
  type Outlet,
  type Rooms,
  refusal,
  type Standing,
  type Viewer,
  type ViewStart,
  type Watching,
} from '@humuus/api'
import { isAway, type ReceiptStore, sharedReads } from '@humuus/db'
import {
  engine,
  type FileNews,
  type FileRules,
  isOver,
  type Refused,
  type Report,
  reject,
  type SessionPhase,
} from '@humuus/workshop-engine'
import { Admission } from './admission.ts'
import type { Neighbours } from './neighbours.ts'
import { Room } from './room.ts'
import type { RoomPorts } from './room-ports.ts'
import { shownAt } from './shown.ts'
import { filesSeen, standingOf } from './viewers.ts'
import type { ViewCensus } from './watchers.ts'
import type { WishTrace } from './wish-trace.ts'

export interface RoomsPorts extends Omit<RoomPorts, 'serverId' | 'door'> {
  /** The state before the first event; `null` for a session that does not exist. */
  readonly start: (sessionId: string) => Promise<ReturnType<typeof engine.initial> | null>
  readonly neighbours: Neighbours
  readonly books: Pick<ReceiptStore, 'addDuplicates' | 'addShown'>
}

type PersonsWish = Parameters<Rooms['submit']>[1]

/** What is open on this server. */
export interface Census extends Readonly<ViewCensus> {
  readonly sessions: ReadonlyMap<SessionPhase, number>
  /** Who waits to be shown something first. */
  readonly atTheDoor: number
}

/** What somebody wants, in two words at most: no text, no answer. */
const nameOf = (command: PersonsWish['command']): string =>
  command.type === 'act' ? `act ${command.node}` : command.type

/** A room nobody uses is forgotten after this long; its log is not. */
const forgetAfterMs = 10 * 60_000

/** How often the heads of the logs are compared with what the rooms know. */
const followMs = 2_000

/** A tick that comes a little before its time waits for it instead of being lost. */
const maxEarlyMs = 5_000

/** Whoever rings the clocks counts as missing for so long after one was late. */
const lateForMs = 30_000

const stranger: Standing = { isFacilitator: false, role: null, participant: null }

/** A log that was not read for so long is away, in ms. */
const awayAfterMs = 3 * followMs

/** The live sessions of this server: each is loaded when first needed. */
export class LiveRooms implements Rooms {
  readonly #ports: RoomsPorts
  readonly #rooms = new Map<string, Promise<Room | null>>()
  readonly #open = new Map<string, Room>()
  readonly #door = new Admission()
  /** Whoever is no part of a session may have become one elsewhere, and a hall that is about to come in asks for each of its people. */
  readonly #caughtUp = sharedReads(async (sessionId) => this.#open.get(sessionId)?.catchUp())
  readonly #following: NodeJS.Timeout
  #round: Promise<void> | null = null
  #clockLateAt: number | null = null
  #followedAt: number
  #stopping = false

  constructor(ports: RoomsPorts) {
    this.#ports = ports
    this.#followedAt = ports.now()
    this.#following = setInterval(() => {
      this.#round ??= this.#follow().finally(() => {
        this.#round = null
      })
    }, followMs)
  }

  submit(sessionId: string, wish: PersonsWish, call?: Call): Promise<CommandResult> {
    const { traces, observer } = this.#ports
    const trace = traces?.begin({ sessionId, name: nameOf(wish.command), ...wish, call })
    return this.#submit(sessionId, wish, trace).then((result) => {
      trace?.answered(result)
      observer?.answered(result)
      return result
    })
  }

  #submit(sessionId: string, wish: PersonsWish, trace: WishTrace | undefined): Promise<CommandResult> {
    const open = this.#open.get(sessionId)
    if (open !== undefined) return this.#submitTo(open, wish, trace)
    return this.#tryRoom(sessionId).then((room) =>
      room === 'unavailable' || room === null ? reject(room ?? 'unknown_session') : this.#submitTo(room, wish, trace),
    )
  }

  #submitTo(
    room: Room,
    { commandId, userId, command, givenAt }: PersonsWish,
    trace: WishTrace | undefined,
  ): Promise<CommandResult> {
    if (!room.mayWish(userId)) return Promise.resolve(reject('slow_down'))
    if (this.#stopping) return Promise.resolve(reject('unavailable'))
    const actor = { kind: 'user', id: userId } as const
    return room.submit({ commandId, actor, command, givenAt: givenAt ?? undefined, trace })
  }

  async tick(sessionId: string, call?: Call): Promise<CommandResult> {
    const trace = this.#ports.traces?.begin({ sessionId, name: 'tick', commandId: null, givenAt: null, call })
    const result = await this.#tick(sessionId, trace)
    trace?.answered(result)
    return result
  }

  async #tick(sessionId: string, trace: WishTrace | undefined): Promise<CommandResult> {
    const room = await this.#tryRoom(sessionId)
    if (room === 'unavailable' || this.#stopping) return reject('unavailable')
    if (room === null) return reject('unknown_session')
    const early = (engine.nextDeadline(room.head.state) ?? 0) - this.#ports.now()
    if (early > 0 && early < maxEarlyMs) await new Promise((resolve) => setTimeout(resolve, early))
    return room.command({ type: 'tick' }, trace)
  }

  async forget(sessionId: string, userId: string): Promise<CommandResult> {
    const room = await this.#tryRoom(sessionId)
    if (room === 'unavailable' || this.#stopping) return reject('unavailable')
    if (room === null) return reject('unknown_session')
    // They may have come in over another server a moment ago.
    await room.catchUp()
    return room.command({ type: 'forget', userId })
  }

  /** Ends the session if nobody ever came; harmless for any other. */
  async abandon(sessionId: string): Promise<CommandResult> {
    const room = await this.#tryRoom(sessionId)
    if (room === 'unavailable' || this.#stopping) return reject('unavailable')
    if (room === null) return reject('unknown_session')
    return room.command({ type: 'abandon' })
  }

  /** Tells a step what became of a file of this person; harmless when repeated, also when step and session are over. */
  async fileNews(
    sessionId: string,
    { nodeId, fileId, userId, news }: { nodeId: string; fileId: string; userId: string; news: FileNews },
  ): Promise<CommandResult> {
    const room = await this.#tryRoom(sessionId)
    if (room === 'unavailable' || this.#stopping) return reject('unavailable')
    if (room === null) return reject('unknown_session')
    return room.command({ type: 'file', nodeId, fileId, userId, news })
  }

  /** Whether this person may begin to give a file at this step now: of which kinds, and how many beside those the step knows. */
  async uploadRules(
    sessionId: string,
    userId: string,
    nodeId: string,
  ): Promise<({ readonly ok: true } & FileRules) | Refused> {
    const room = await this.#asked(sessionId)
    if (room === null) return reject('unknown_session')
    const asked = { userId, nodeId, now: this.#ports.now() }
    const rules = engine.fileRules(room.head.state, asked)
    if (rules.ok) return rules
    // The step may have been opened, or they may have come in, over another server a moment ago.
    await room.catchUp()
    return engine.fileRules(room.head.state, asked)
  }

  /** Which of these files this viewer may look at. */
  async filesSeen(sessionId: string, viewer: Viewer, fileIds: readonly string[]): Promise<ReadonlySet<string>> {
    const room = await this.#asked(sessionId)
    if (room === null) return new Set()
    const seen = filesSeen(room.head.state, viewer, fileIds)
    if (seen.size === new Set(fileIds).size) return seen
    // It may have been shown over another server a moment ago.
    await room.catchUp()
    return filesSeen(room.head.state, viewer, fileIds)
  }

  async standing(sessionId: string, userId: string): Promise<Standing> {
    const room = await this.#asked(sessionId)
    if (room === null) return stranger
    const standing = standingOf(room.head.state, userId)
    if (standing.isFacilitator || standing.participant !== null) return standing
    // They may have come in over another server a moment ago.
    await this.#caughtUp(sessionId)
    return standingOf(room.head.state, userId)
  }

  async *live(sessionId: string, viewer: Viewer, watching: Watching, signal: AbortSignal): AsyncGenerator<LiveMessage> {
    const room = await this.#asked(sessionId)
    if (room) yield* room.live(viewer, watching, signal)
  }

  async follow(
    sessionId: string,
    viewer: Viewer,
    start: ViewStart,
    outlet: Outlet,
    signal: AbortSignal,
  ): Promise<{ stop(): void }> {
    const room = await this.#asked(sessionId)
    if (room === null) throw refusal('unknown_session')
    return room.follow(viewer, start, outlet, signal)
  }

  beat(sessionId: string, page: string): void {
    this.#open.get(sessionId)?.beat(page)
  }

  async report(sessionId: string): Promise<Report<unknown>> {
    const room = await this.#asked(sessionId)
    if (room === null) throw refusal('unknown_session')
    // Another server may have written a moment ago.
    await room.catchUp()
    return engine.report(room.head.state)
  }

  /** What is open here now. */
  census(): Census {
    const sessions = new Map<SessionPhase, number>()
    const views: ViewCensus = { views: new Map(), people: 0 }
    for (const room of this.#open.values()) {
      const { phase } = room.head.state.flow
      sessions.set(phase, (sessions.get(phase) ?? 0) + 1)
      room.countViews(views)
    }
    return { ...views, sessions, atTheDoor: this.#door.waiting }
  }

  /** Another server says how far a log has grown. */
  heardOf(sessionId: string, version: number): void {
    this.#open.get(sessionId)?.heardOf(version)
  }

  /** Whether the log does not answer, as far as the last look at it tells. */
  get isLogAway(): boolean {
    return this.#ports.now() - this.#followedAt > awayAfterMs
  }

  /** Whether clocks were lately rung by the rooms themselves, because nobody else did. */
  get areClocksLate(): boolean {
    return this.#clockLateAt !== null && this.#ports.now() - this.#clockLateAt < lateForMs
  }

  /** No new work; resolves when what is in flight is in the log. */
  async stop(): Promise<void> {
    this.#stopping = true
    clearInterval(this.#following)
    await this.#round
    await Promise.all([...this.#open.values()].map((room) => room.stop()))
    await this.#keepBooks()
  }

  /** The room, for somebody who is told in words when it cannot be loaded. */
  async #asked(sessionId: string): Promise<Room | null> {
    try {
      return await this.#room(sessionId)
    } catch (error) {
      if (isAway(error)) throw refusal('unavailable')
      throw error
    }
  }

  async #tryRoom(sessionId: string): Promise<Room | null | 'unavailable'> {
    try {
      return await this.#room(sessionId)
    } catch (error) {
      this.#ports.onError(error, sessionId)
      return 'unavailable'
    }
  }

  #room(sessionId: string): Promise<Room | null> {
    const known = this.#rooms.get(sessionId)
    if (known) return known
    const opening = this.#load(sessionId)
    this.#rooms.set(sessionId, opening)
    opening.then(
      (room) => (room ? this.#open.set(sessionId, room) : this.#rooms.delete(sessionId)),
      () => this.#rooms.delete(sessionId),
    )
    return opening
  }

  async #load(sessionId: string): Promise<Room | null> {
    const initial = await this.#ports.start(sessionId)
    const ports = { ...this.#ports, serverId: this.#ports.neighbours.id, door: this.#door }
    return initial && Room.open(sessionId, initial, ports)
  }

  /** Notices what other servers wrote and whether they live, rings late clocks, and forgets rooms that nobody uses. */
  async #follow(): Promise<void> {
    try {
      const alive = await this.#ports.neighbours.beat(performance.now())
      await this.#keepBooks()
      const heads = await this.#ports.log.heads([...this.#open.keys()])
      for (const [id, version] of heads) this.#open.get(id)?.heardOf(version)
      this.#followedAt = this.#ports.now()
      for (const room of this.#open.values()) if (room.lookAfter(alive)) this.#clockLateAt = this.#ports.now()
    } catch (error) {
      this.#ports.onError(error, '')
      for (const room of this.#open.values()) room.lookAfter(null)
    }
    this.#forget()
  }

  #forget(): void {
    const now = this.#ports.now()
    for (const [id, room] of this.#open) {
      const patience = isOver(room.head.state.flow.phase) ? forgetAfterMs / 10 : forgetAfterMs
      if (room.idleFor(now) <= patience) continue
      this.#open.delete(id)
      this.#rooms.delete(id)
      void room.stop()
    }
  }

  /** Writes down what only this server knows. What a crash loses of it is a count, never an answer. */
  async #keepBooks(): Promise<void> {
    const { books, neighbours, onError } = this.#ports
    for (const [id, room] of this.#open) {
      const { duplicates, shown } = room.takeBooks()
      try {
        if (duplicates > 0) await books.addDuplicates(id, neighbours.id, duplicates)
        for (const moment of shown) await books.addShown(id, await shownAt(moment))
      } catch (error) {
        onError(error, id)
      }
    }
  }
}
