import { useEffect } from 'react'
import { useLiveClient } from './live-context.ts'
import type { Hold } from './newer-page.ts'

/** Holds a reload of the page back while `active`. */
export function useHold(why: Hold, active: boolean): void {
  const { newerPage } = useLiveClient()
  useEffect(() => (active ? newerPage.hold(why) : undefined), [newerPage, why, active])
}
