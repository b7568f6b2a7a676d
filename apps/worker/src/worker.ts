import { storageSettings } from '@humuus/files'
import {
  type Attempt,
  fileDerive,
  fileExpiry,
  fileScan,
  housekeeping,
  type JobKind,
  type JobWorker,
  mail,
  nodeTimer,
  type Retry,
  startJobWorker,
} from '@humuus/jobs'
import type { Tracer } from '@humuus/telemetry'
import type { Logger } from 'pino'
import type { Registry } from 'prom-client'
import type { Env } from './env.ts'
import { JobNumbers } from './job-numbers.ts'
import { onFileDerive } from './jobs/file-derive.ts'
import { onFileExpiry } from './jobs/file-expiry.ts'
import { onFileScan } from './jobs/file-scan.ts'
import { onHousekeeping } from './jobs/housekeeping.ts'
import { onMail } from './jobs/mail.ts'
import { onNodeTimer } from './jobs/node-timer.ts'
import { Lateness, type LatenessSummary } from './lateness.ts'
import { sayThatItLives } from './lives.ts'
import { openSmtp } from './mail/smtp.ts'
import { metricsOf } from './metrics.ts'
import { prepareApart } from './prepare/prepare-apart.ts'
import { openClamd } from './scan/clamd.ts'
import { serverClient } from './server-client.ts'
import { storageWhenAsked } from './storage-when-asked.ts'
import { watchJobs } from './watch-jobs.ts'
import { openWorkplace } from './workplace.ts'

export interface RunningWorker extends AsyncDisposable {
  /** Resolves when jobs are taken, or when it was stopped before. */
  readonly ready: Promise<void>
  /** How late timers were since the last minute's report. */
  readonly lateness: { summary(): LatenessSummary | null }
  /** Takes no more jobs; running ones have eight seconds to end. */
  stop(): Promise<void>
  readonly metrics: Registry
}

export interface WorkerParts {
  readonly log: Logger
  readonly now?: () => number
  readonly reportEveryMs?: number
  /** How long a job is held without a sign of life, in place of what its kind says. */
  readonly lockMs?: number | undefined
  /** How mail that could not be sent is tried again. */
  readonly mailRetry?: Retry
  readonly tracer?: Tracer | null
  /** How a file that could not be scanned is tried again. */
  readonly scanRetry?: Retry
}

/** Composes the worker. It waits for databases that are away and ends only when it is stopped. */
export function startWorker(
  env: Env,
  {
    log,
    now = Date.now,
    reportEveryMs = 60_000,
    lockMs,
    mailRetry = mail.retry,
    scanRetry = fileScan.retry,
    tracer = null,
  }: WorkerParts,
): RunningWorker {
  const address = { databaseUrl: env.DATABASE_URL, redisUrl: env.REDIS_URL }
  const server = serverClient({ url: env.SERVER_URL, secret: env.INTERNAL_SECRET })
  const lateness = new Lateness()
  const numbers = new JobNumbers()
  const onError = (error: Error) => log.warn({ err: error }, error.message)
  const closing = new AbortController()
  const stopping = new AbortController()

  const workers: JobWorker[] = []
  const work = <Payload>(kind: JobKind<Payload>, handler: (payload: Payload, attempt: Attempt) => Promise<void>) =>
    workers.push(
      startJobWorker(kind, address, watchJobs(kind.queue, handler, { numbers, tracer }), { onError, lockMs }),
    )

  work(nodeTimer, onNodeTimer({ server, lateness, log, now }))
  work(fileExpiry, onFileExpiry({ server, log, stopping: closing.signal }))
  work(housekeeping, onHousekeeping({ server, log, stopping: closing.signal }))
  // Without a mail server mail waits for a worker that has one.
  if (env.SMTP_URL !== undefined) {
    const smtp = openSmtp({ url: env.SMTP_URL, from: env.MAIL_FROM })
    work({ ...mail, retry: mailRetry }, onMail({ server, smtp, log, stopping: stopping.signal }))
  }

  const files = storageWhenAsked(storageSettings(env))
  const workplace = openWorkplace()
  workplace.tidy().catch(onError)
  work(fileDerive, onFileDerive({ server, storage: files.storage, workplace, prepare: prepareApart, log }))
  // Without a scanner files wait for a worker that has one.
  if (env.CLAMAV_URL !== undefined) {
    const scanner = openClamd(env.CLAMAV_URL)
    work({ ...fileScan, retry: scanRetry }, onFileScan({ server, storage: files.storage, scanner, log }))
  }

  const report = () => {
    const summary = lateness.take()
    if (summary) log.info({ lateMs: summary }, 'timers')
  }
  const reporting = setInterval(report, reportEveryMs)
  const lives = sayThatItLives({ server, numbers, lateness, log, startedAt: now() })

  const stop = async () => {
    clearInterval(reporting)
    lives.stop()
    closing.abort()
    await Promise.all(workers.map((each) => each.close()))
    stopping.abort()
    await files.close()
    report()
    await tracer?.close()
  }
  const ready = Promise.all(workers.map((each) => each.ready)).then(() => undefined)
  return { ready, lateness, metrics: metricsOf({ numbers, lateness }), stop, [Symbol.asyncDispose]: stop }
}
