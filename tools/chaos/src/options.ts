export interface Options {
  readonly minutes: number
  readonly seed: number
  /** Sessions at the same time. */
  readonly sessions: number
  /** Least and most people in each. */
  readonly people: readonly [number, number]
  readonly json: boolean
}

/** Half of the seeds queue on Redis, where there is one. */
export const queueWish = (seed: number): 'redis' | 'postgresql' => (seed % 2 === 0 ? 'redis' : 'postgresql')
