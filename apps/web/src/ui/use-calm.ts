import { useEffect, useRef, useState } from 'react'

/**
 * The newest value, but another one at most so often (ms): what comes in between is shown together, and the last is always shown.
 * A value that is alone is shown at once. Equal values are no change, so keep those that mean the same the same.
 */
export function useCalm<T>(newest: T, everyMs: number): T {
  const [shown, show] = useState(newest)
  const changedAt = useRef(Number.NEGATIVE_INFINITY)
  useEffect(() => {
    if (Object.is(newest, shown)) return
    const change = () => {
      changedAt.current = performance.now()
      show(() => newest)
    }
    const timer = setTimeout(change, Math.max(0, changedAt.current + everyMs - performance.now()))
    return () => clearTimeout(timer)
  }, [newest, shown, everyMs])
  return shown
}
