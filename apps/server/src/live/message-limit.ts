/** Messages a connection may send: this many at once, then this many a second. A person taps; a flood is a mistake or worse. */
const burst = 120
const perSecond = 60

/** Counts the messages of one connection. Moments are in ms. */
export class MessageLimit {
  #tokens = burst
  #at: number

  constructor(now: number) {
    this.#at = now
  }

  /** False once there were too many. */
  take(count: number, now: number): boolean {
    this.#tokens = Math.min(burst, this.#tokens + ((now - this.#at) / 1_000) * perSecond) - count
    this.#at = now
    return this.#tokens >= 0
  }
}
