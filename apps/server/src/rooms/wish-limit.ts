/** Commands a person may send: this many at once, then this many a second. */
const burst = 40
const perSecond = 20

/** Full buckets are forgotten this often, so that memory follows who is active. */
const sweepMs = 10_000

interface Bucket {
  tokens: number
  at: number
}

/** A token bucket per person of a session. `now` is epoch ms. */
export class WishLimit {
  readonly #buckets = new Map<string, Bucket>()
  #sweptAt = 0

  /** False when this person has to slow down. */
  take(userId: string, now: number): boolean {
    this.#sweep(now)
    const bucket = this.#buckets.get(userId) ?? { tokens: burst, at: now }
    this.#buckets.set(userId, bucket)
    bucket.tokens = Math.min(burst, bucket.tokens + ((now - bucket.at) / 1_000) * perSecond)
    bucket.at = now
    if (bucket.tokens < 1) return false
    bucket.tokens--
    return true
  }

  #sweep(now: number): void {
    if (now - this.#sweptAt < sweepMs) return
    this.#sweptAt = now
    for (const [key, { at }] of this.#buckets) if (now - at > sweepMs) this.#buckets.delete(key)
  }
}
