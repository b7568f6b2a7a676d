/** Milliseconds to wait before attempt `attempt` (from 0). */
export type Backoff = (attempt: number) => number

/**
 * Exponential backoff with full jitter: anything from nothing to the doubled limit, so that a hall full of phones does not
 * come back in one moment.
 */
export function fullJitter({ firstMs, mostMs }: { firstMs: number; mostMs: number }, random = Math.random): Backoff {
  return (attempt) => Math.round(random() * Math.min(mostMs, firstMs * 2 ** Math.min(attempt, 30)))
}
