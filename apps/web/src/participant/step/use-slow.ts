import { useEffect, useState } from 'react'

/** True once `active` has lasted for `ms`; false again as soon as it ends. */
export function useSlow(active: boolean, ms: number): boolean {
  const [slow, setSlow] = useState(false)
  if (slow && !active) setSlow(false)
  useEffect(() => {
    if (!active) return
    const timer = setTimeout(() => setSlow(true), ms)
    return () => clearTimeout(timer)
  }, [active, ms])
  return slow && active
}
