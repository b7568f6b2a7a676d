import { Suspense, useSyncExternalStore } from 'react'
import { uploadsUnderWay } from '../../live/uploads-under-way.ts'
import { UploadsOnTheWay } from '../later-parts.ts'
import { useSessionSituation } from './session-situation.ts'

/** Sends on what was begun at other steps than this one, and says so. Costs nothing where there is nothing. */
export function FilesOnTheWay({ nodeId }: { readonly nodeId: string | null }) {
  const { sessionId } = useSessionSituation()
  const isAnything = useSyncExternalStore(uploadsUnderWay.subscribe, uploadsUnderWay.get)
  if (!isAnything) return null
  return (
    <Suspense>
      <UploadsOnTheWay sessionId={sessionId} nodeId={nodeId} />
    </Suspense>
  )
}
