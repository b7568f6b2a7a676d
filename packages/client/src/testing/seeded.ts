/**
 * Chance that repeats itself: numbers from 0 to below 1, the same for the same seed (Mulberry32). `path` gives each
 * connection, person or direction a sequence of its own, whatever the order in which they draw.
 */
export function seeded(seed: number, ...path: readonly number[]): () => number {
  let state = [seed, ...path].reduce((mixed, part) => scramble((mixed ^ part) + 0x9e3779b9), 0)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    return (scramble(state) >>> 0) / 2 ** 32
  }
}

function scramble(number: number): number {
  let mixed = Math.imul(number ^ (number >>> 15), number | 1)
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
  return mixed ^ (mixed >>> 14)
}
