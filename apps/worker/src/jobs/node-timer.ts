import type { NodeTimer } from '@humuus/jobs'
import type { Logger } from 'pino'
import type { Lateness } from '../lateness.ts'
import type { ServerClient } from '../server-client.ts'

interface Parts {
  readonly server: ServerClient
  readonly lateness: Lateness
  readonly log: Logger
  readonly now: () => number
}

/** Tells the server that time may be up. Throws if it could not be told, so that the queue asks again. */
export function onNodeTimer({ server, lateness, log, now }: Parts) {
  return async ({ sessionId, deadline }: NodeTimer): Promise<void> => {
    const lateMs = now() - deadline
    const result = await server.tick(sessionId)
    if (!result.ok && result.rejection.code === 'unavailable') throw new Error('the server has no time for a tick now')
    lateness.record(lateMs)
    log.debug(
      { sessionId, lateMs, ...(result.ok ? { version: result.version } : { refused: result.rejection.code }) },
      'tick',
    )
  }
}
