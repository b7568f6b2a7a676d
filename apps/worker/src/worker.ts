import { nodeTimer, startJobWorker } from '@humuus/jobs'
import type { Logger } from 'pino'
import type { Env } from './env.ts'
import { onNodeTimer } from './jobs/node-timer.ts'
import { Lateness, type LatenessSummary } from './lateness.ts'
import { serverClient } from './server-client.ts'

export interface RunningWorker extends AsyncDisposable {
  /** Resolves when jobs are taken, or when it was stopped before. */
  readonly ready: Promise<void>
  /** How late timers were since the last minute's report. */
  readonly lateness: { summary(): LatenessSummary | null }
  /** Takes no more jobs; running ones have eight seconds to end. */
  stop(): Promise<void>
}

export interface WorkerParts {
  readonly log: Logger
  readonly now?: () => number
  readonly reportEveryMs?: number
}

/** Composes the worker. It waits for databases that are away and ends only when it is stopped. */
export function startWorker(env: Env, { log, now = Date.now, reportEveryMs = 60_000 }: WorkerParts): RunningWorker {
  const address = { databaseUrl: env.DATABASE_URL, redisUrl: env.REDIS_URL }
  const server = serverClient({ url: env.SERVER_URL, secret: env.INTERNAL_SECRET })
  const lateness = new Lateness()
  const onError = (error: Error) => log.warn({ err: error }, error.message)

  const timers = startJobWorker(nodeTimer, address, onNodeTimer({ server, lateness, log, now }), { onError })

  const report = () => {
    const summary = lateness.take()
    if (summary) log.info({ lateMs: summary }, 'timers')
  }
  const reporting = setInterval(report, reportEveryMs)

  const stop = async () => {
    clearInterval(reporting)
    await timers.close()
    report()
  }
  return { ready: timers.ready, lateness, stop, [Symbol.asyncDispose]: stop }
}
