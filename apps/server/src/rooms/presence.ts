/** How long somebody may be gone before the others are told: a tunnel, a reload, a phone that switches networks. */
export const graceMs = 6_000

/** Arrivals and departures are told together, at most this often. */
const gatherMs = 100

/** A report that did not get into the log is made again after so long. */
const againMs = 1_000

/** Who is connected here now, and who no longer is. */
export interface Whereabouts {
  readonly present: readonly string[]
  readonly away: readonly string[]
}

/** Counts the connections of each person in a room on this server and reports who came and who is really gone. */
export class Presence {
  readonly #connections = new Map<string, number>()
  readonly #departures = new Map<string, NodeJS.Timeout>()
  readonly #report: (whereabouts: Whereabouts) => void
  #present = new Set<string>()
  #away = new Set<string>()
  #timer: NodeJS.Timeout | null = null

  constructor(report: (whereabouts: Whereabouts) => void) {
    this.#report = report
  }

  arrive(userId: string): void {
    this.#connections.set(userId, (this.#connections.get(userId) ?? 0) + 1)
    clearTimeout(this.#departures.get(userId))
    this.#departures.delete(userId)
    this.#isHere(userId)
  }

  depart(userId: string): void {
    const left = (this.#connections.get(userId) ?? 0) - 1
    if (left > 0) {
      this.#connections.set(userId, left)
      return
    }
    this.#connections.delete(userId)
    this.expect(userId)
  }

  /** Somebody should be here: without a connection after the grace, they are away. */
  expect(userId: string): void {
    if (this.#connections.has(userId) || this.#departures.has(userId)) return
    const departure = setTimeout(() => {
      this.#departures.delete(userId)
      this.#present.delete(userId)
      this.#away.add(userId)
      this.#gather()
    }, graceMs)
    this.#departures.set(userId, departure)
  }

  /** It was said that somebody went: if they are connected here, they did not. */
  contradict(userId: string): void {
    if (this.#connections.has(userId)) this.#isHere(userId)
  }

  /** A report did not get through: it is made again, as things are by then. */
  sayAgain({ present, away }: Whereabouts): void {
    for (const id of [...present, ...away]) {
      if (this.#connections.has(id)) this.#present.add(id)
      else if (!this.#departures.has(id)) this.#away.add(id)
    }
    this.#gather(againMs)
  }

  stop(): void {
    for (const timer of this.#departures.values()) clearTimeout(timer)
    this.#departures.clear()
    if (this.#timer) clearTimeout(this.#timer)
  }

  #isHere(userId: string): void {
    this.#away.delete(userId)
    this.#present.add(userId)
    this.#gather()
  }

  #gather(ms = gatherMs): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = null
      // Who is gone again by now is in the grace: neither here nor away.
      const present = [...this.#present].filter((id) => this.#connections.has(id))
      const away = [...this.#away]
      this.#present = new Set()
      this.#away = new Set()
      if (present.length + away.length > 0) this.#report({ present, away })
    }, ms)
  }
}
