/** Half of all took at most `p50`, all but one in a hundred at most `p99`. */
export interface Quantiles {
  readonly p50: number
  readonly p99: number
}

interface Mark {
  readonly at: number
  readonly value: number
}

/** So many are remembered at most. */
const mostKept = 2_000

/** The values of the last seconds. */
export class Recent {
  readonly #forMs: number
  readonly #now: () => number
  readonly #marks: Mark[] = []
  #next = 0

  constructor(forMs: number, now: () => number = () => performance.now()) {
    this.#forMs = forMs
    this.#now = now
  }

  record(value: number): void {
    this.#marks[this.#next] = { at: this.#now(), value }
    this.#next = (this.#next + 1) % mostKept
  }

  /** `null` while there were none. */
  quantiles(): Quantiles | null {
    const since = this.#now() - this.#forMs
    const values = this.#marks.filter(({ at }) => at >= since).map(({ value }) => value)
    if (values.length === 0) return null
    values.sort((a, b) => a - b)
    const at = (share: number) => values[Math.ceil(share * values.length) - 1] ?? 0
    return { p50: at(0.5), p99: at(0.99) }
  }
}
