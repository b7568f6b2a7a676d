import type { Viewer, ViewStart } from '@humuus/api'

/** Whoever promised to say "still here" and does not for so long is gone, in ms. */
const silentMs = 7_000

/** A page may watch so often at once, and a person from so many pages; beyond that somebody makes a mistake, or mischief. */
const mostPerPerson = 40

export type End = 'taken_over' | 'silent'

/** A page, and when it came (epoch ms). */
export interface Page {
  readonly page: string
  readonly since: number
}

/** The moment on two clocks: one that does not jump (ms), and the time of day (epoch ms), by which servers understand each other. */
interface Now {
  readonly steady: number
  readonly epoch: number
}

/** Is told, once, when it is over for a reason of the room's. */
interface Told {
  over(end: End): void
}

/** One subscription. */
export class Watch {
  readonly viewer: Viewer
  readonly page: string
  readonly since: number
  /** When it was last heard of, where it promised to say so (ms). */
  heardAt: number | null
  end: End | null = null
  readonly #told: Told

  constructor(viewer: Viewer, { page, since }: Page, heardAt: number | null, told: Told) {
    this.viewer = viewer
    this.page = page
    this.since = since
    this.heardAt = heardAt
    this.#told = told
  }

  over(end: End): void {
    if (this.end !== null) return
    this.end = end
    this.#told.over(end)
  }
}

/** Views that are open, by role and by what carries them, and the people behind them. */
export interface ViewCensus {
  readonly views: Map<string, number>
  people: number
}

/** How a view is named in a census. */
export const viewKey = (role: Viewer['role'], carrier: 'websocket' | 'event_stream'): string => `${role} ${carrier}`

/** Who watches a room, and from which page: of a participant's pages the newest is shown, those before are told. */
export class Watchers {
  readonly #byUser = new Map<string, readonly Watch[]>()
  readonly #all = new Set<Watch>()

  get count(): number {
    return this.#all.size
  }

  /** `null` when this person watches too often at once. */
  enter(
    viewer: Viewer,
    { page, beats }: Pick<ViewStart, 'page' | 'beats'>,
    { steady, epoch }: Now,
    told: Told,
  ): Watch | null {
    const came = { page, since: epoch }
    const watch = new Watch(viewer, came, beats ? steady : null, told)
    if (viewer.role !== 'screen') {
      const mine = this.#byUser.get(viewer.userId) ?? []
      if (mine.length >= mostPerPerson) return null
      this.#byUser.set(viewer.userId, [...mine, watch])
      if (viewer.role === 'participant') this.#takeOver(mine, came)
    }
    this.#all.add(watch)
    return watch
  }

  leave(watch: Watch): void {
    this.#all.delete(watch)
    if (watch.viewer.role === 'screen') return
    const { userId } = watch.viewer
    const left = this.#byUser.get(userId)?.filter((one) => one !== watch) ?? []
    if (left.length > 0) this.#byUser.set(userId, left)
    else this.#byUser.delete(userId)
  }

  /** Adds who watches here to what is counted already. */
  countInto(census: ViewCensus): void {
    for (const { viewer, heardAt } of this.#all) {
      // Who promises to say that they are there come over a stream, which does not tell.
      const key = viewKey(viewer.role, heardAt === null ? 'websocket' : 'event_stream')
      census.views.set(key, (census.views.get(key) ?? 0) + 1)
    }
    census.people += this.#byUser.size
  }

  /** The person came to another server: what they opened here before that is over, unless it is that very page on its way. */
  wentElsewhere(userId: string, came: Page): void {
    this.#takeOver(this.#byUser.get(userId) ?? [], came)
  }

  /** The page of this person that is shown and came last; `null` if there is none. */
  pageOf(userId: string): Page | null {
    const shown = (this.#byUser.get(userId) ?? []).filter(({ end }) => end === null)
    const last = shown.sort((a, b) => a.since - b.since).at(-1)
    return last === undefined ? null : { page: last.page, since: last.since }
  }

  /** A page says that it is still there. */
  beat(page: string, now: number): void {
    for (const watch of this.#all) if (watch.page === page && watch.heardAt !== null) watch.heardAt = now
  }

  /** Ends those that promised to say they are there, and did not. */
  sweep(now: number): void {
    for (const watch of this.#all) if (watch.heardAt !== null && now - watch.heardAt > silentMs) watch.over('silent')
  }

  #takeOver(watches: readonly Watch[], { page, since }: Page): void {
    for (const watch of watches) {
      const isOlder = watch.page !== page && watch.since <= since
      if (isOlder && watch.viewer.role === 'participant') watch.over('taken_over')
    }
  }
}
