/** Wakes all who wait for a change. */
export class Changes {
  readonly #waiting = new Set<() => void>()

  happen(): void {
    for (const wake of [...this.#waiting]) wake()
  }

  /** Resolves with the next change, or when the signal aborts. */
  next(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        this.#waiting.delete(done)
        signal.removeEventListener('abort', done)
        resolve()
      }
      this.#waiting.add(done)
      signal.addEventListener('abort', done, { once: true })
    })
  }
}
