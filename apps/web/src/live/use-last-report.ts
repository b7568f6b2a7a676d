import { useEffect } from 'react'
import { useLiveClient } from './live-context.ts'

/** Reports what is left to report once a session is over. */
export function useLastReport(sessionId: string, isOver: boolean): void {
  const { reports } = useLiveClient()
  useEffect(() => {
    if (isOver) reports.atTheEnd(sessionId)
  }, [reports, sessionId, isOver])
}
