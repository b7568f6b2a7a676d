import { startTransition, useEffect, useRef, useState } from 'react'

/** The value, as of no more than `ms` ago: what changes many times a second is read, and drawn, a few times a second, with a turn for clicks in between. */
export function useUnhurried<Value>(value: Value, ms: number): Value {
  const [shown, show] = useState(value)
  const shownAt = useRef(Number.NEGATIVE_INFINITY)
  useEffect(() => {
    const wait = Math.max(0, shownAt.current + ms - performance.now())
    const timer = setTimeout(() => {
      shownAt.current = performance.now()
      startTransition(() => show(value))
    }, wait)
    return () => clearTimeout(timer)
  }, [value, ms])
  return shown
}
