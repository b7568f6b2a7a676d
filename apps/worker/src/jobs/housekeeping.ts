import type { Housekeeping } from '@humuus/jobs'
import type { Logger } from 'pino'
import type { ServerClient } from '../server-client.ts'

interface Parts {
  readonly server: ServerClient
  readonly log: Logger
  /** Ends the rounds; what is left waits for the next time. */
  readonly stopping: AbortSignal
}

/** Has the server clear away a round after the other until there is no more. Throws if it cannot be asked: the queue asks again. */
export function onHousekeeping({ server, log, stopping }: Parts) {
  return async ({ task }: Housekeeping): Promise<void> => {
    let cleared = 0
    let isMore = true
    while (isMore) {
      if (stopping.aborted) throw new Error(`${task} is not done yet`)
      const round = await server.housekeeping(task)
      cleared += round.cleared
      isMore = round.isMore
    }
    log[cleared > 0 ? 'info' : 'debug']({ task, cleared }, 'housekeeping')
  }
}
