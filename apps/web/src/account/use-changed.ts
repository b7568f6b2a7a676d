import { useLiveClient } from '../live/live-context.ts'
import { trpc } from '../trpc.ts'

/** Says that somebody's standing has changed: every place that shows it asks anew. */
export function useChanged(): () => void {
  const live = useLiveClient()
  const queries = trpc.useUtils()
  return () => {
    void queries.account.get.invalidate()
    void live.identity.look().catch(() => undefined)
  }
}
