const firstPause = 250
const longestPause = 5_000

/** How often a job is tried before it is given up: an hour of a server being away, ten minutes at the very least. */
export const attempts = 1_000

/** Whole milliseconds until attempt `n + 1`: doubling up to five seconds, shortened by up to half so that jobs spread out. */
export function pauseAfter(n: number, random: () => number = Math.random): number {
  const pause = Math.min(longestPause, firstPause * 2 ** (n - 1))
  return Math.round(pause * (1 - random() / 2))
}
