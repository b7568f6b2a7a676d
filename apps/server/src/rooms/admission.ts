import { refusal } from '@humuus/api'

/** First looks worked on at a time: enough to keep the database busy, few enough that votes get their turn in between. */
const mostAtOnce = 32

/** Whoever comes when so many wait is asked to come back in a while; clients do that by themselves, each at another moment. */
const mostWaiting = 20_000

/**
 * The door for people who arrive or return all at once: in order of coming, a few at a time, with a turn for everybody
 * else in between.
 */
export class Admission {
  readonly #waiting = new Set<() => void>()
  readonly #mostAtOnce: number
  readonly #mostWaiting: number
  #inside = 0

  constructor({ atOnce = mostAtOnce, waiting = mostWaiting }: { atOnce?: number; waiting?: number } = {}) {
    this.#mostAtOnce = atOnce
    this.#mostWaiting = waiting
  }

  /** Resolves to how to leave again, which may be done twice. Throws the refusal `slow_down` where too many wait. */
  async enter(signal: AbortSignal): Promise<() => void> {
    if (this.#inside >= this.#mostAtOnce) await this.#turn(signal)
    this.#inside++
    let isOut = false
    return () => {
      if (isOut) return
      isOut = true
      this.#inside--
      // Votes that came in meanwhile are read before the next one is let in.
      if (this.#waiting.size > 0) setImmediate(() => this.#next())
    }
  }

  get waiting(): number {
    return this.#waiting.size
  }

  #next(): void {
    const [first] = this.#waiting
    first?.()
  }

  #turn(signal: AbortSignal): Promise<void> {
    if (this.#waiting.size >= this.#mostWaiting) throw refusal('slow_down')
    return new Promise((resolve) => {
      const proceed = () => {
        this.#waiting.delete(proceed)
        signal.removeEventListener('abort', proceed)
        resolve()
      }
      this.#waiting.add(proceed)
      // Whoever gives up goes through at once: there is nothing left to do for them.
      signal.addEventListener('abort', proceed, { once: true })
      if (signal.aborted) proceed()
    })
  }
}
