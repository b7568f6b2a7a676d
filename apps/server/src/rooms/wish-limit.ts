/** Commands a person may send: this many at once, then this many a second. */
const burst = 40
const perSecond = 20

/** Full buckets are forgotten this often, so that memory follows who is active. */
const sweepMs = 10_000

interface Bucket {
  tokens: number
  at: number
}

/** A token bucket per person and session. `now` is epoch ms. */
export class WishLimit {
  readonly #buckets = new Map<string, Bucket>()
  #sweptAt = 0

  /** False when this person has to slow down. */
  take(key: string, now: number): boolean {
    this.#sweep(now)
    const known = this.#buckets.get(key) ?? { tokens: burst, at: now }
    const tokens = Math.min(burst, known.tokens + ((now - known.at) / 1_000) * perSecond)
    const allowed = tokens >= 1
    this.#buckets.set(key, { tokens: allowed ? tokens - 1 : tokens, at: now })
    return allowed
  }

  #sweep(now: number): void {
    if (now - this.#sweptAt < sweepMs) return
    this.#sweptAt = now
    for (const [key, { at }] of this.#buckets) if (now - at > sweepMs) this.#buckets.delete(key)
  }
}
