import { type ApiRejection, rejectionIn } from '@humuus/api'
import type { TRPCError } from '@trpc/server'
import type { FastifyBaseLogger } from 'fastify'

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

/** Notes what went wrong with requests, and which doors were tried: what was asked for and why not, and nothing about anybody. */
export function requestLog(log: FastifyBaseLogger, over: 'http' | 'socket') {
  return (error: TRPCError, path: string | undefined): void => {
    if (error.code === 'INTERNAL_SERVER_ERROR') log.error({ err: error, path, over }, 'request failed')
    const code = rejectionIn(error)?.code
    if (code !== undefined && telling.has(code)) log.info({ refused: code, path, over }, 'request refused')
  }
}
