import { useCallback, useEffect, useSyncExternalStore } from 'react'
import { useLiveClient } from './live-context.ts'

/** The server's clock, epoch ms. The function changes when the measured offset does, so that timers are drawn anew. */
export function useServerNow(): () => number {
  const { clock } = useLiveClient()
  useEffect(() => {
    void clock.ensure()
  }, [clock])
  const offset = useSyncExternalStore(clock.offset.subscribe, clock.offset.get)
  return useCallback(() => clock.deviceNow() + offset, [clock, offset])
}
