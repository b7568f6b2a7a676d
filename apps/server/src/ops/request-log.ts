import { type ApiRejection, rejectionIn } from '@humuus/api'
import type { TRPCError } from '@trpc/server'
import type { FastifyBaseLogger } from 'fastify'
import { z } from 'zod'
import { traceIdOf } from './trace-id.ts'

/** What is refused to somebody who tries doors: guesses, worthless keys, other people's rights. */
const telling: ReadonlySet<ApiRejection['code']> = new Set([
  'wrong_password',
  'key_worthless',
  'too_many_tries',
  'not_allowed',
  'may_not_host',
  'kicked',
  'two_identities',
])

/** What of an input may stand in a log: of which session it is, and which command. Both are ids that nobody chose. */
const Named = z.object({
  sessionId: z.uuid().optional().catch(undefined),
  commandId: z.uuid().optional().catch(undefined),
})

interface Asked {
  readonly requestId: string | undefined
  readonly path: string | undefined
  readonly input: unknown
}

export interface RequestLog {
  /** What went wrong with a request, or which door was tried. Told of the same error twice, it is one line. */
  failed(error: TRPCError, asked: Asked): void
  /** A request that was answered, at level debug. `since`: when it came in, epoch ms. */
  done(answer: unknown, asked: Asked, since: number): void
}

/** Notes what was asked for and what became of it, and nothing about anybody. `traces`: commands are found in traces. */
export function requestLog(log: FastifyBaseLogger, over: 'http' | 'socket', traces: boolean): RequestLog {
  const noted = new WeakSet<TRPCError>()
  const about = ({ requestId, path, input }: Asked) => {
    const { sessionId, commandId } = Named.safeParse(input).data ?? {}
    const traceId = traces && commandId !== undefined ? traceIdOf(commandId) : undefined
    return { requestId, sessionId, traceId, path, over }
  }
  return {
    failed: (error, asked) => {
      if (noted.has(error)) return
      noted.add(error)
      if (error.code === 'INTERNAL_SERVER_ERROR') log.error({ ...about(asked), err: error }, 'request failed')
      const code = rejectionIn(error)?.code
      if (code !== undefined && telling.has(code)) log.info({ ...about(asked), refused: code }, 'request refused')
    },
    done: (answer, asked, since) => {
      const ms = Math.round((performance.timeOrigin + performance.now() - since) * 10) / 10
      const refused = Refused.safeParse(answer).data?.rejection.code
      log.debug({ ...about(asked), refused, ms }, 'request')
    },
  }
}

/** A command may be refused with an answer that is no error. */
const Refused = z.object({ ok: z.literal(false), rejection: z.object({ code: z.string() }) })
