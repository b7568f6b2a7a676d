import { useCallback, useInsertionEffect, useRef } from 'react'

/**
 * A function that stays the same and does what the newest one given would do: for parts that draw themselves anew only when what
 * they are given changes. It is for what people do, not to be called while drawing.
 */
export function useSteady<Args extends readonly unknown[]>(newest: (...args: Args) => void): (...args: Args) => void {
  const current = useRef(newest)
  useInsertionEffect(() => {
    current.current = newest
  })
  return useCallback((...args) => current.current(...args), [])
}
