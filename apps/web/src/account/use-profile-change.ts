import { useLiveClient } from '../live/live-context.ts'
import { trpc } from '../trpc.ts'

/** Changes one's own profile; every place that shows it follows. */
export function useProfileChange() {
  const live = useLiveClient()
  const queries = trpc.useUtils()
  return trpc.account.update.useMutation({
    onSuccess(profile) {
      queries.account.get.setData(undefined, profile)
      void live.identity.look().catch(() => undefined)
    },
  })
}
