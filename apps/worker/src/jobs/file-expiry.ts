import type { Logger } from 'pino'
import type { ServerClient } from '../server-client.ts'

interface Parts {
  readonly server: Pick<ServerClient, 'expireFiles' | 'reconcileFiles'>
  readonly log: Logger
  /** Ends the rounds; what is left waits for the next time. */
  readonly stopping: AbortSignal
}

/**
 * Has the server delete files whose time is over, some after the other until there are no more, and then compare storage and
 * rows. Throws if it cannot be asked: the queue asks again.
 */
export function onFileExpiry({ server, log, stopping }: Parts) {
  return async (): Promise<void> => {
    let removed = 0
    for (let more = true; more; ) {
      if (stopping.aborted) throw new Error('not all files are deleted yet')
      const round = await server.expireFiles()
      removed += round.removed
      more = round.more
    }
    if (stopping.aborted) return
    const { keysRemoved, filesLost } = await server.reconcileFiles()
    log[removed + keysRemoved + filesLost > 0 ? 'info' : 'debug']({ removed, keysRemoved, filesLost }, 'files deleted')
  }
}
