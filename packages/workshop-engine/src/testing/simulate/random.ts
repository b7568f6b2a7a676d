/** A row of numbers that looks like chance and is the same for the same seed. */
export interface Random {
  /** From 0 up to, not including, 1. */
  next(): number
  /** A whole number from 0 up to, not including, `limit`. */
  below(limit: number): number
  between(low: number, high: number): number
  /** Throws for an empty list. */
  pick<T>(from: readonly T[]): T
}

/** Counts in steps of the golden ratio and mixes the bits of the count, as SplitMix does. */
export function seededRandom(seed: number | string): Random {
  let count = typeof seed === 'number' ? seed | 0 : hash(seed)
  const next = (): number => {
    count = (count + 0x9e3779b9) | 0
    const once = Math.imul(count ^ (count >>> 16), 0x21f0aaad)
    const twice = Math.imul(once ^ (once >>> 15), 0x735a2d97)
    return ((twice ^ (twice >>> 15)) >>> 0) / 2 ** 32
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  return { next, below, between: (low, high) => low + next() * (high - low), pick: (from) => pick(from, below) }
}

function pick<T>(from: readonly T[], below: (limit: number) => number): T {
  if (from.length === 0) throw new Error('nothing to pick from')
  return from[below(from.length)] as T
}

function hash(text: string): number {
  let mixed = 0x811c9dc5
  for (let index = 0; index < text.length; index++) mixed = Math.imul(mixed ^ text.charCodeAt(index), 0x01000193)
  return mixed
}
