import { useEffect, useSyncExternalStore } from 'react'
import { useLiveClient } from '../live/live-context.ts'
import type { IdentityState } from './identity.ts'

/** Who this browser is; signs it in. A page shows its own content once the status is `ready`. */
export function useIdentity(): IdentityState {
  const { identity } = useLiveClient()
  useEffect(() => identity.start(), [identity])
  return useSyncExternalStore(identity.subscribe, identity.get)
}
