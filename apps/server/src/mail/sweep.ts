import type { MailStore } from '@humuus/db'

/** A mail that waits for less is on its way. */
const patienceMs = 60_000

interface Parts {
  readonly store: Pick<MailStore, 'waiting'>
  /** Resolves when the job is stored; asked for twice it is one job. */
  readonly queue: (mailId: string) => Promise<void>
  readonly now: () => number
  readonly onError: (error: unknown) => void
  readonly everyMs?: number
}

/**
 * Now and every minute asks again for mails that still wait: the process may have died between a mail and its job, or the
 * queue may have lost it. Returns how to stop.
 */
export function sweepMails({ store, queue, now, onError, everyMs = 60_000 }: Parts): () => void {
  let isSweeping = false
  let isStopped = false
  const sweep = async () => {
    // As long as the queue is away, one sweep waits for it, not one more a minute.
    if (isSweeping) return
    isSweeping = true
    try {
      const ids = await store.waiting({ olderThanMs: patienceMs, now: now() })
      await Promise.all(ids.map(queue))
    } catch (error) {
      if (!isStopped) onError(error)
    } finally {
      isSweeping = false
    }
  }
  void sweep()
  const sweeping = setInterval(sweep, everyMs)
  return () => {
    isStopped = true
    clearInterval(sweeping)
  }
}
