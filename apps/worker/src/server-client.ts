import type { AppRouter, CommandResult, WorkerReport } from '@humuus/api'
import type { Housekeeping } from '@humuus/jobs'
import { createTRPCClient, httpLink, TRPCClientError } from '@trpc/client'
import { traceHeader } from './watch-jobs.ts'

/** What the worker asks the server for. Everything throws, in words for the log, if the server cannot be asked now. */
export interface ServerClient {
  /** Does what is due in the session. */
  tick(sessionId: string): Promise<CommandResult>
  /** The mail to send; `null` when there is nothing to send any more. */
  takeMail(mailId: string): Promise<{ recipient: string; subject: string; text: string; html: string } | null>
  mailSent(mailId: string): Promise<void>
  /** `trouble`: in the words of the mail server. With `isLast` nobody tries again. */
  mailFailed(mailId: string, trouble: string, isLast: boolean): Promise<void>
  /** This worker lives. */
  lives(workerId: string, report: WorkerReport): Promise<void>
  /** A round of clearing away. */
  housekeeping(task: Housekeeping['task']): Promise<{ cleared: number; isMore: boolean }>
}

/** Longer than the server waits with a tick that comes a little early, shorter than a stop may take. */
const answerWithinMs = 7_000

/** A round takes a second or two; on a machine that is busy, longer. Nobody waits for it. */
const housekeepingWithinMs = 60_000

/** What the server takes of it. */
const longestTrouble = 1_000

/** Opens nothing until it is asked. `url` is that of the server, `secret` the one they share. */
export function serverClient({ url, secret }: { url: string; secret: string }): ServerClient {
  const { internal } = createTRPCClient<AppRouter>({
    links: [
      httpLink({
        url: new URL('trpc', `${url.replace(/\/+$/, '')}/`),
        headers: () => ({ 'x-humuus-worker': secret, ...traceHeader() }),
      }),
    ],
  })
  const ask = async <Answer>(
    question: (options: { signal: AbortSignal }) => Promise<Answer>,
    { withinMs = answerWithinMs } = {},
  ): Promise<Answer> => {
    const signal = AbortSignal.timeout(withinMs)
    try {
      return await question({ signal })
    } catch (error) {
      throw new Error(`${url} ${signal.aborted ? 'takes too long to answer' : complaint(error)}`)
    }
  }
  return {
    tick: (sessionId) => ask((options) => internal.tick.mutate({ sessionId }, options)),
    takeMail: (mailId) => ask((options) => internal.takeMail.mutate({ mailId }, options)),
    mailSent: async (mailId) => {
      await ask((options) => internal.mailSent.mutate({ mailId }, options))
    },
    mailFailed: async (mailId, words, isLast) => {
      const trouble = words.slice(0, longestTrouble)
      await ask((options) => internal.mailFailed.mutate({ mailId, trouble, isLast }, options))
    },
    lives: async (workerId, report) => {
      await ask((options) => internal.lives.mutate({ workerId, report }, options))
    },
    housekeeping: (task) =>
      ask((options) => internal.housekeeping.mutate({ task }, options), { withinMs: housekeepingWithinMs }),
  }
}

function complaint(error: unknown): string {
  if (!(error instanceof TRPCClientError)) return `cannot be asked: ${String(error)}`
  const { data, cause } = error as TRPCClientError<AppRouter>
  if (data?.rejection.code === 'not_allowed')
    return 'does not take this worker for its own: does INTERNAL_SECRET differ?'
  if (data) return `answers with an error: ${data.rejection.code}`
  const reason = cause?.cause instanceof Error ? cause.cause : cause
  return `does not answer: ${reason?.message || String(reason)}`
}
