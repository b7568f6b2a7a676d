import { type Call, type Follow, rejectionFor } from '@humuus/api'
import type { FastifyBaseLogger } from 'fastify'
import type { Numbers } from './numbers.ts'
import type { RequestLog } from './request-log.ts'

interface FollowParts {
  readonly log: Pick<FastifyBaseLogger, 'level'>
  readonly requests: RequestLog
  readonly numbers: Pick<Numbers, 'asked'>
}

/** Follows the calls of one connection, or of one request: each is counted, and noted where it failed. */
export function followCalls({ log, requests, numbers }: FollowParts) {
  return (requestIdOf: () => string, traceparent?: string): Follow =>
    async ({ path, input }, run) => {
      const call: Call = { requestId: requestIdOf(), at: performance.timeOrigin + performance.now(), traceparent }
      const result = await run(call)
      numbers.asked(result.ok ? 'ok' : rejectionFor(result.error).code)
      if (!result.ok) requests.failed(result.error, { path, requestId: call.requestId, input: await known(input) })
      else if (chatty.has(log.level))
        requests.done(result.data, { path, requestId: call.requestId, input: await known(input) }, call.at)
      return result
    }
}

/** Levels at which requests are told that went well. */
const chatty: ReadonlySet<string> = new Set(['debug', 'trace'])

/** An input that cannot be read is none. */
const known = (input: () => Promise<unknown>): Promise<unknown> => input().catch(() => undefined)
