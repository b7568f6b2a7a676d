import type { Viewer } from '@humuus/api'

/** Whoever promised to say "still here" and does not for so long is gone, in ms. */
const silentMs = 7_000

/** A page may watch so often at once, and a person from so many pages; beyond that somebody makes a mistake, or mischief. */
const mostPerPerson = 40

type End = 'taken_over' | 'silent'

/** One subscription. */
export interface Watch {
  /** Aborts when it is over for a reason of the room's, named by `end`. */
  readonly signal: AbortSignal
  readonly end: End | null
  leave(): void
}

class OpenWatch implements Watch {
  readonly viewer: Viewer
  readonly page: string
  readonly #over = new AbortController()
  readonly #leave: (watch: OpenWatch) => void
  end: End | null = null
  /** When it was last heard of, where it promised to say so (ms). */
  heardAt: number | null

  constructor(viewer: Viewer, page: string, heardAt: number | null, leave: (watch: OpenWatch) => void) {
    this.viewer = viewer
    this.page = page
    this.heardAt = heardAt
    this.#leave = leave
  }

  get signal(): AbortSignal {
    return this.#over.signal
  }

  over(end: End): void {
    this.end ??= end
    this.#over.abort()
  }

  leave(): void {
    this.#leave(this)
  }
}

/** Who watches a room, and from which page: of a participant's pages the newest is shown, those before are told. */
export class Watchers {
  readonly #byUser = new Map<string, Set<OpenWatch>>()
  readonly #all = new Set<OpenWatch>()

  get count(): number {
    return this.#all.size
  }

  /** `null` when this person watches too often at once. `now` in ms, any clock that does not jump. */
  enter(viewer: Viewer, page: string, beats: boolean, now: number): Watch | null {
    const watch = new OpenWatch(viewer, page, beats ? now : null, (one) => this.#remove(one))
    if (viewer.role === 'screen') {
      this.#all.add(watch)
      return watch
    }
    const mine = this.#byUser.get(viewer.userId) ?? new Set()
    if (mine.size >= mostPerPerson) return null
    if (viewer.role === 'participant') this.#takeOver(mine, page)
    this.#byUser.set(viewer.userId, mine.add(watch))
    this.#all.add(watch)
    return watch
  }

  /** The person went on with another server: what they have open here is over, unless it is that very page on its way. */
  wentElsewhere(userId: string, page: string): void {
    this.#takeOver(this.#byUser.get(userId) ?? [], page)
  }

  /** A page of this person that is shown; `null` if there is none. */
  pageOf(userId: string): string | null {
    for (const watch of this.#byUser.get(userId) ?? []) if (watch.end === null) return watch.page
    return null
  }

  /** A page says that it is still there. */
  beat(page: string, now: number): void {
    for (const watch of this.#all) if (watch.page === page && watch.heardAt !== null) watch.heardAt = now
  }

  /** Ends those that promised to say they are there, and did not. */
  sweep(now: number): void {
    for (const watch of this.#all) if (watch.heardAt !== null && now - watch.heardAt > silentMs) watch.over('silent')
  }

  #takeOver(watches: Iterable<OpenWatch>, page: string): void {
    for (const watch of watches)
      if (watch.viewer.role === 'participant' && watch.page !== page) watch.over('taken_over')
  }

  #remove(watch: OpenWatch): void {
    this.#all.delete(watch)
    if (watch.viewer.role === 'screen') return
    const mine = this.#byUser.get(watch.viewer.userId)
    mine?.delete(watch)
    if (mine?.size === 0) this.#byUser.delete(watch.viewer.userId)
  }
}
