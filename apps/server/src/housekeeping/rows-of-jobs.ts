import { housekeepingTasks } from '@humuus/api'
import type { Queues } from '@humuus/jobs'

interface Parts {
  readonly queues: Pick<Queues, 'expiry' | 'housekeeping'>
  readonly fileExpiryMs: number
  readonly housekeepingMs: number
  readonly onError: (error: unknown) => void
  readonly againMs?: number
}

/**
 * Has the worker look for what is over, every so often: asked for at the start by every server, and now and then again,
 * because a queue may have been emptied meanwhile. It stays one row of jobs. Returns how to stop asking; the jobs go on.
 */
export function keepRowsOfJobs({
  queues,
  fileExpiryMs,
  housekeepingMs,
  onError,
  againMs = 900_000,
}: Parts): () => void {
  let isAsking = false
  const ask = async () => {
    // As long as the queues are away, one wish waits for them, not one more each time.
    if (isAsking) return
    isAsking = true
    try {
      await Promise.all([
        queues.expiry.every(fileExpiryMs, {}),
        ...housekeepingTasks.map((task) => queues.housekeeping.every(housekeepingMs, { task })),
      ])
    } catch (error) {
      onError(error)
    } finally {
      isAsking = false
    }
  }
  void ask()
  const asking = setInterval(ask, againMs)
  return () => clearInterval(asking)
}
