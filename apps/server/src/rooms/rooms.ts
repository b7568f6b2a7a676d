import type { CommandResult, LiveMessage, Rooms, Standing, Viewer, Watching } from '@humuus/api'
import { refusal } from '@humuus/api'
import { engine, type HumuusCommand, isOver, type Report, reject } from '@humuus/workshop-engine'
import { Room, type RoomPorts } from './room.ts'
import { standingOf } from './viewers.ts'
import { WishLimit } from './wish-limit.ts'

export interface RoomsPorts extends RoomPorts {
  /** The state before the first event; `null` for a session that does not exist. */
  readonly start: (sessionId: string) => Promise<ReturnType<typeof engine.initial> | null>
}

/** A room nobody uses is forgotten after this long; its log is not. */
const forgetAfterMs = 10 * 60_000

/** How often the heads of the logs are compared with what the rooms know. */
const followMs = 2_000

/** A tick that comes a little before its time waits for it instead of being lost. */
const maxEarlyMs = 5_000

/** The live sessions of this server: each is loaded when first needed. */
export class LiveRooms implements Rooms {
  readonly #ports: RoomsPorts
  readonly #rooms = new Map<string, Promise<Room | null>>()
  readonly #open = new Map<string, Room>()
  readonly #limit = new WishLimit()
  readonly #following: NodeJS.Timeout
  #stopping = false

  constructor(ports: RoomsPorts) {
    this.#ports = ports
    this.#following = setInterval(() => void this.#follow(), followMs)
  }

  async submit(
    sessionId: string,
    { commandId, userId, command }: { commandId: string; userId: string; command: HumuusCommand },
  ): Promise<CommandResult> {
    if (!this.#limit.take(`${sessionId} ${userId}`, this.#ports.now())) return reject('slow_down')
    const room = await this.#tryRoom(sessionId)
    if (room === 'unavailable' || this.#stopping) return reject('unavailable')
    if (room === null) return reject('unknown_session')
    return room.submit({ commandId, actor: { kind: 'user', id: userId }, command })
  }

  async tick(sessionId: string): Promise<CommandResult> {
    const room = await this.#tryRoom(sessionId)
    if (room === 'unavailable' || this.#stopping) return reject('unavailable')
    if (room === null) return reject('unknown_session')
    const early = (engine.nextDeadline(room.head.state) ?? 0) - this.#ports.now()
    if (early > 0 && early < maxEarlyMs) await new Promise((resolve) => setTimeout(resolve, early))
    return room.command({ type: 'tick' })
  }

  async standing(sessionId: string, userId: string): Promise<Standing> {
    const room = await this.#room(sessionId)
    return room ? standingOf(room.head.state, userId) : { isFacilitator: false, participant: null }
  }

  async *live(sessionId: string, viewer: Viewer, watching: Watching, signal: AbortSignal): AsyncGenerator<LiveMessage> {
    const room = await this.#room(sessionId)
    if (room) yield* room.live(viewer, watching, signal)
  }

  beat(sessionId: string, page: string): void {
    this.#open.get(sessionId)?.beat(page)
  }

  async report(sessionId: string): Promise<Report<unknown>> {
    const room = await this.#room(sessionId)
    if (room === null) throw refusal('unknown_session')
    return engine.report(room.head.state)
  }

  /** No new work; resolves when what is in flight is in the log. */
  async stop(): Promise<void> {
    this.#stopping = true
    clearInterval(this.#following)
    await Promise.all([...this.#open.values()].map((room) => room.stop()))
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
    return initial && Room.open(sessionId, initial, this.#ports)
  }

  /** Notices what other servers wrote, and forgets rooms that nobody uses. */
  async #follow(): Promise<void> {
    const now = this.#ports.now()
    for (const [id, room] of this.#open) {
      room.sweep()
      const patience = isOver(room.head.state.flow.phase) ? forgetAfterMs / 10 : forgetAfterMs
      if (room.idleFor(now) > patience) {
        this.#open.delete(id)
        this.#rooms.delete(id)
        void room.stop()
      }
    }
    if (this.#open.size === 0) return
    try {
      const heads = await this.#ports.log.heads([...this.#open.keys()])
      for (const [id, version] of heads) this.#open.get(id)?.heardOf(version)
    } catch (error) {
      this.#ports.onError(error, '')
    }
  }
}
