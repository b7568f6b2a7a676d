import { useEffect, useState } from 'react'

/** What a clock on the page needs. Times are epoch ms on the server's clock; `now()` reads that clock. */
export interface Countdown {
  /** When it is over; `null` means no time limit. */
  readonly deadline: number | null
  readonly now: () => number
  /** While paused: the milliseconds that are left, frozen. */
  readonly pausedWith?: number | null | undefined
}

/** Milliseconds that are left, never below zero; `null` without a limit. */
export function remaining({ deadline, now, pausedWith }: Countdown): number | null {
  if (pausedWith !== null && pausedWith !== undefined) return Math.max(0, pausedWith)
  return deadline === null ? null : Math.max(0, deadline - now())
}

/** Whole seconds as people count down: "1" stays until the very end, then "0". */
export const secondsLeft = (ms: number): number => Math.ceil(ms / 1_000)

/** 75 → "1:15", 3_675 → "1:01:15". */
export function clockFace(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return `${minutes}:${two(seconds % 60)}`
  return `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}`
}

/** Seconds left, drawn anew exactly when the figure changes; `null` without a limit. */
export function useSecondsLeft(countdown: Countdown): number | null {
  const [, draw] = useState(0)
  const left = remaining(countdown)
  const seconds = left === null ? null : secondsLeft(left)
  const runs = left !== null && left > 0 && (countdown.pausedWith ?? null) === null
  // No list of dependencies: each drawing arms the next one, for the moment its figure will be wrong.
  useEffect(() => {
    if (!runs) return
    const timer = setTimeout(() => draw((count) => count + 1), left - (Math.ceil(left / 1_000) - 1) * 1_000 + 1)
    return () => clearTimeout(timer)
  })
  return seconds
}
