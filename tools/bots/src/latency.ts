export interface Latency {
  readonly count: number
  /** In ms; `null` when nothing was measured. */
  readonly p50: number | null
  readonly p99: number | null
  readonly max: number | null
}

/** Percentiles by nearest rank: the value that so many per cent do not exceed. */
export function latency(tookMs: readonly number[]): Latency {
  const sorted = [...tookMs].sort((a, b) => a - b)
  const rank = (share: number) => {
    const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]
    return value === undefined ? null : Math.round(value * 10) / 10
  }
  return { count: sorted.length, p50: rank(0.5), p99: rank(0.99), max: rank(1) }
}
