/** Times in seconds; `null` when nothing was measured. */
export interface Recovery {
  readonly measured: number
  readonly median: number | null
  readonly worst: number | null
}

export function recoveryOf(tookMs: readonly number[]): Recovery {
  const sorted = [...tookMs].sort((a, b) => a - b)
  const seconds = (ms: number | undefined) => (ms === undefined ? null : Math.round(ms / 10) / 100)
  return {
    measured: sorted.length,
    median: seconds(sorted[Math.floor((sorted.length - 1) / 2)]),
    worst: seconds(sorted.at(-1)),
  }
}
