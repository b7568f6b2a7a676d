/** How often something is tried before it is given up, and how the pauses in between grow. */
export interface Retry {
  readonly attempts: number
  readonly firstPauseMs: number
  /** Each pause is so many times the one before … */
  readonly factor: number
  /** … and not longer than this. */
  readonly longestPauseMs: number
}

/** For what must happen soon: an hour of a server being away, ten minutes at the very least. */
export const soonAgain: Retry = { attempts: 1_000, firstPauseMs: 250, factor: 2, longestPauseMs: 5_000 }

/** Whole milliseconds until attempt `n + 1`, shortened by up to half so that jobs spread out. */
export function pauseAfter(n: number, { firstPauseMs, factor, longestPauseMs }: Retry, random = Math.random): number {
  const pause = Math.min(longestPauseMs, firstPauseMs * factor ** (n - 1))
  return Math.round(pause * (1 - random() / 2))
}
