import { useEffect } from 'react'
import { useLiveClient } from './live-context.ts'
import { keepAwake } from './wake-lock.ts'

/** Keeps the screen on while `active`, where the browser can. */
export function useWakeLock(active: boolean): void {
  const { signals } = useLiveClient()
  useEffect(() => {
    if (!active) return
    return keepAwake('wakeLock' in navigator ? navigator.wakeLock : null, signals)
  }, [active, signals])
}
