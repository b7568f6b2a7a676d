/** How long somebody may be gone before the others are told: a tunnel, a reload, a phone that switches networks. */
export const graceMs = 6_000

/** Arrivals and departures are told together, at most this often. */
const gatherMs = 100

type Report = (present: readonly string[], away: readonly string[]) => void

/** Counts the connections of each person in a room and reports who came and who is really gone. */
export class Presence {
  readonly #connections = new Map<string, number>()
  readonly #departures = new Map<string, NodeJS.Timeout>()
  readonly #report: Report
  #present = new Set<string>()
  #away = new Set<string>()
  #timer: NodeJS.Timeout | null = null

  constructor(report: Report) {
    this.#report = report
  }

  arrive(userId: string): void {
    this.#connections.set(userId, (this.#connections.get(userId) ?? 0) + 1)
    clearTimeout(this.#departures.get(userId))
    this.#departures.delete(userId)
    this.#away.delete(userId)
    this.#present.add(userId)
    this.#gather()
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

  stop(): void {
    for (const timer of this.#departures.values()) clearTimeout(timer)
    this.#departures.clear()
    if (this.#timer) clearTimeout(this.#timer)
  }

  #gather(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = null
      const present = [...this.#present]
      const away = [...this.#away]
      this.#present = new Set()
      this.#away = new Set()
      this.#report(present, away)
    }, gatherMs)
  }
}
