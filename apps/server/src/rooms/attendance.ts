import type { CommandResult, Viewer, ViewStart } from '@humuus/api'
import type { SystemCommand, WorkshopEvent, WorkshopState } from '@humuus/workshop-engine'
import { Presence, type Whereabouts } from './presence.ts'
import { type End, type ViewCensus, type Watch, Watchers } from './watchers.ts'
import type { Wish } from './wish.ts'

interface AttendancePorts {
  readonly serverId: string
  readonly now: () => number
  /** Gives a command of the system's own. */
  readonly command: (command: Wish['command']) => Promise<CommandResult>
}

/** Who watches a room on this server, and what the log has to be told of it: who is here, and who went. */
export class Attendance {
  readonly #ports: AttendancePorts
  readonly #watchers = new Watchers()
  readonly #presence: Presence
  #leftAt: number

  constructor(ports: AttendancePorts) {
    this.#ports = ports
    this.#leftAt = ports.now()
    this.#presence = new Presence(async (whereabouts) => {
      const { ok } = await ports.command(() => this.#here(whereabouts))
      if (!ok) this.#presence.sayAgain(whereabouts)
    })
  }

  /** Subscriptions that are open. */
  get count(): number {
    return this.#watchers.count
  }

  /** When the last subscriber left, epoch ms. */
  get leftAt(): number {
    return this.#leftAt
  }

  /** People and facilitators who are said to be here, on no server yet, have a grace to show up. */
  expect({ people, facilitators, whereabouts }: WorkshopState): void {
    for (const { id: who, standing } of people.values())
      if (standing === 'present' && !whereabouts.has(who)) this.#presence.expect(who)
    for (const { id: who, present } of facilitators.values())
      if (present && !whereabouts.has(who)) this.#presence.expect(who)
  }

  /** `null` when this person watches too often at once. */
  enter(viewer: Viewer, start: ViewStart, told: { over(end: End): void }): Watch | null {
    const watch = this.#watchers.enter(viewer, start, { steady: performance.now(), epoch: this.#ports.now() }, told)
    if (watch !== null && viewer.role !== 'screen') this.#presence.arrive(viewer.userId)
    return watch
  }

  leave(watch: Watch): void {
    this.#watchers.leave(watch)
    this.#leftAt = this.#ports.now()
    if (watch.viewer.role !== 'screen') this.#presence.depart(watch.viewer.userId)
  }

  /** A page that promised to say so is still there. */
  beat(page: string): void {
    this.#watchers.beat(page, performance.now())
  }

  /** Ends the subscriptions of pages that fell silent. */
  sweep(): void {
    this.#watchers.sweep(performance.now())
  }

  countInto(census: ViewCensus): void {
    this.#watchers.countInto(census)
  }

  /** Something came into the log; `isOurs`: by this server's hand. */
  heed(event: WorkshopEvent, isOurs: boolean): void {
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
  release({ whereabouts }: WorkshopState, alive: ReadonlySet<string>): void {
    const stranded = new Map<string, string[]>()
    for (const [id, { on: server }] of whereabouts) {
      if (server === this.#ports.serverId || alive.has(server)) continue
      stranded.set(server, [...(stranded.get(server) ?? []), id])
    }
    for (const [on, away] of stranded) void this.#ports.command({ type: 'presence', present: [], away, on })
  }

  stop(): void {
    this.#presence.stop()
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
}
