/** How late timers were, in ms. `p50` and `p99` are of the latest 10,000, the rest is of all. */
export interface LatenessSummary {
  readonly count: number
  readonly p50: number
  readonly p99: number
  readonly max: number
}

const mostKept = 10_000

/** Collects how late timers are; its size is bounded. */
export class Lateness {
  #latest: number[] = []
  #count = 0
  #max = Number.NEGATIVE_INFINITY
  readonly #listeners: ((ms: number) => void)[] = []

  /** Calls back for each timer. */
  onRecord(listener: (ms: number) => void): void {
    this.#listeners.push(listener)
  }

  /** `ms`: from the deadline to the moment the server was told, for one timer. */
  record(ms: number): void {
    this.#latest[this.#count % mostKept] = ms
    this.#count += 1
    for (const listener of this.#listeners) listener(ms)
    this.#max = Math.max(this.#max, ms)
  }

  /** Everything since the last `take`; `null` if there was nothing. */
  summary(): LatenessSummary | null {
    if (this.#count === 0) return null
    const sorted = this.#latest.toSorted((a, b) => a - b)
    const at = (share: number) => sorted[Math.ceil(share * sorted.length) - 1] ?? this.#max
    return { count: this.#count, p50: at(0.5), p99: at(0.99), max: this.#max }
  }

  /** The summary, and begins anew. */
  take(): LatenessSummary | null {
    const summary = this.summary()
    this.#latest = []
    this.#count = 0
    this.#max = Number.NEGATIVE_INFINITY
    return summary
  }
}
