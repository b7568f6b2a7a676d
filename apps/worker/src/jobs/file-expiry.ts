import type { Logger } from 'pino'
import type { ServerClient } from '../server-client.ts'

interface Parts {
  readonly server: ServerClient
  readonly log: Logger
  /** Ends the rounds; what is left waits for the next time. */
  readonly stopping: AbortSignal
}

/**
 * Has the server delete files whose time is over until there are no more, and then compare bytes with rows. Throws if it cannot
 * be asked: the queue asks again, and whatever is left is found then.
 */
export function onFileExpiry({ server, log, stopping }: Parts) {
  return async (): Promise<void> => {
    let removed = 0
    for (let more = true; more; ) {
      if (stopping.aborted) throw new Error('not all files whose time is over are gone yet')
      const round = await server.expireFiles()
      removed += round.removed
      more = round.more
    }
    const { keysRemoved, filesLost } = await server.reconcileFiles()
    log[removed + keysRemoved + filesLost > 0 ? 'info' : 'debug']({ removed, keysRemoved, filesLost }, 'file expiry')
  }
}
