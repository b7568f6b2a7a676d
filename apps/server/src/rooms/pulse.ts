/** Wakes whoever waits: the first change at once, further ones at most once per interval, urgent ones always at once. */
export class Pulse {
  readonly #intervalMs: () => number
  readonly #fired: () => void
  readonly #waiting = new Set<() => void>()
  #last = 0
  #count = 0
  #timer: NodeJS.Timeout | null = null

  constructor(intervalMs: () => number, fired: () => void) {
    this.#intervalMs = intervalMs
    this.#fired = fired
  }

  beat(urgent: boolean): void {
    const sinceLast = performance.now() - this.#last
    const intervalMs = this.#intervalMs()
    if (urgent || sinceLast >= intervalMs) this.#fire()
    else this.#timer ??= setTimeout(() => this.#fire(), intervalMs - sinceLast)
  }

  /** Beats so far: who remembers it when looking can ask for the next one without missing any. */
  get count(): number {
    return this.#count
  }

  /** Resolves once there were more than `count` beats, or when the signal aborts. */
  after(count: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        this.#waiting.delete(done)
        signal.removeEventListener('abort', done)
        resolve()
      }
      this.#waiting.add(done)
      signal.addEventListener('abort', done, { once: true })
      if (signal.aborted || this.#count > count) done()
    })
  }

  #fire(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    this.#last = performance.now()
    this.#count++
    this.#fired()
    for (const wake of [...this.#waiting]) wake()
  }
}

/** How often a screen is told of changes that are not steps at most, in ms. */
export const pulseMs = 50

/**
 * The same for phones: as often in a small room; in a large one less, because what it costs grows with those who look on, and
 * less on a server that is busy (`stretch`: so many times longer).
 */
export const phonePulseMs = (watchers: number, stretch = 1): number =>
  Math.min(1_000, Math.max(pulseMs, watchers / 10) * stretch)

/** The same for consoles, whose view is as long as the list of people. */
export const consolePulseMs = (people: number): number => Math.min(250, Math.max(pulseMs, people / 40))
