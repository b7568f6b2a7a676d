import type { AppRouter, CommandResult } from '@humuus/api'
import { createTRPCClient, httpLink, TRPCClientError } from '@trpc/client'

/** What the worker asks the server for. */
export interface ServerClient {
  /** Does what is due in the session. Throws, in words for the log, if the server cannot be asked now. */
  tick(sessionId: string): Promise<CommandResult>
}

/** Longer than the server waits with a tick that comes a little early, shorter than a stop may take. */
const answerWithinMs = 7_000

/** Opens nothing until it is asked. `url` is that of the server, `secret` the one they share. */
export function serverClient({ url, secret }: { url: string; secret: string }): ServerClient {
  const trpc = createTRPCClient<AppRouter>({
    links: [httpLink({ url: new URL('trpc', `${url.replace(/\/+$/, '')}/`), headers: { 'x-humuus-worker': secret } })],
  })
  return {
    tick: async (sessionId) => {
      const signal = AbortSignal.timeout(answerWithinMs)
      try {
        return await trpc.internal.tick.mutate({ sessionId }, { signal })
      } catch (error) {
        throw new Error(`${url} ${signal.aborted ? 'takes too long to answer' : complaint(error)}`)
      }
    },
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
