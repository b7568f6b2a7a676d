/** Wakes waiting subscribers: the first change at once, further ones at most once per interval, urgent ones always at once. */
export class Pulse {
  readonly #intervalMs: number
  readonly #waiting = new Set<() => void>()
  #last = 0
  #timer: NodeJS.Timeout | null = null

  constructor(intervalMs: number) {
    this.#intervalMs = intervalMs
  }

  beat(urgent: boolean): void {
    const sinceLast = performance.now() - this.#last
    if (urgent || sinceLast >= this.#intervalMs) this.#fire()
    else this.#timer ??= setTimeout(() => this.#fire(), this.#intervalMs - sinceLast)
  }

  /** Resolves at the next beat, or when the signal aborts. */
  next(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        this.#waiting.delete(done)
        signal.removeEventListener('abort', done)
        resolve()
      }
      this.#waiting.add(done)
      signal.addEventListener('abort', done, { once: true })
      if (signal.aborted) done()
    })
  }

  #fire(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    this.#last = performance.now()
    for (const wake of [...this.#waiting]) wake()
  }
}
