import fc from 'fast-check'
import type { LawSubject } from '../history/subject.ts'

export interface LawOptions {
  /** How many histories are tried. */
  readonly runs?: number
  /** Tries the histories of an earlier run again. */
  readonly seed?: number
}

/** Holds a node type against a law; throws with the seed and the smallest history found that breaks it. */
export type Law = (subject: LawSubject, options?: LawOptions) => void

/** Tries a property on `runs` values. */
export function tryOut<T>(
  values: fc.Arbitrary<T>,
  holds: (value: T) => void,
  { runs = 25, seed }: LawOptions = {},
): void {
  fc.assert(fc.property(values, holds), { numRuns: runs, ...(seed === undefined ? {} : { seed }) })
}

/** Throws unless the claim is true. */
export function claim(isTrue: boolean, what: () => string): void {
  if (!isTrue) throw new Error(what())
}
