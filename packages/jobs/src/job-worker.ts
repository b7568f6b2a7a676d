import { UnrecoverableError, Worker } from 'bullmq'
import { backend } from './backend.ts'
import type { JobKind } from './job-kind.ts'
import { openUntilReady } from './open-until-ready.ts'
import type { QueueAddress } from './queue-address.ts'
import { pauseAfter } from './retry.ts'
import { throttleErrors } from './throttle-errors.ts'
import { within } from './within.ts'

/** Somebody who does the jobs of one kind. */
export interface JobWorker extends AsyncDisposable {
  /** Resolves when jobs are taken, or when the worker was closed before it could. */
  readonly ready: Promise<void>
  /** Takes no more jobs and resolves when the running ones are done, after `patienceMs` also if they are not. */
  close(options?: { patienceMs?: number }): Promise<void>
}

export interface JobWorkerOptions {
  /** A database that is away, a job that failed: nothing that ends the process. The same again is told every 10 s. */
  readonly onError: (error: Error) => void
  /** In place of what the kind says. */
  readonly concurrency?: number | undefined
  /** In place of what the kind says. */
  readonly lockMs?: number | undefined
}

/** Thrown by a handler: another attempt would be of no use, and the job becomes a dead letter. */
export class GivenUp extends UnrecoverableError {}

/** How often a job has been tried. */
export interface Attempt {
  /** When this attempt fails, the job is given up. */
  readonly isLast: boolean
}

/** Does jobs until it is closed. A handler that throws is asked again later: see the `retry` of its kind. */
export function startJobWorker<Payload>(
  kind: JobKind<Payload>,
  address: QueueAddress,
  handler: (payload: Payload, attempt: Attempt) => Promise<void>,
  { onError, concurrency = kind.concurrency, lockMs = kind.lockMs }: JobWorkerOptions,
): JobWorker {
  const closing = new AbortController()
  const tell = throttleErrors(onError)

  const open = () =>
    new Worker(
      kind.queue,
      async ({ id, data, attemptsMade, opts }) => {
        const payload = kind.payload.safeParse(data)
        if (!payload.success) throw new UnrecoverableError(`job ${id} of ${kind.queue} is none of ours`)
        await handler(payload.data, { isLast: attemptsMade + 1 >= (opts.attempts ?? 1) })
      },
      {
        connection: address,
        autorun: false,
        concurrency,
        lockDuration: lockMs,
        stalledInterval: lockMs / 2,
        // A worker that died is no fault of the job.
        maxStalledCount: 1_000,
        runRetryDelay: 1_000,
        settings: { backoffStrategy: (attempt) => pauseAfter(attempt, kind.retry) },
      },
      backend,
    )

  const opened = openUntilReady(open, { signal: closing.signal, onError: tell }).then((worker) => {
    worker?.on('failed', (_job, error) => tell(error))
    worker?.run().catch(tell)
    return worker
  })

  async function stop(patienceMs: number): Promise<void> {
    closing.abort()
    const worker = await opened
    if (!worker || (await within(patienceMs, worker.close()))) return
    await within(1_000, worker.disconnect())
  }
  let stopped: Promise<void> | undefined
  const close = ({ patienceMs = 8_000 } = {}) => {
    stopped ??= stop(patienceMs)
    return stopped
  }

  return { ready: opened.then(() => undefined), close, [Symbol.asyncDispose]: () => close() }
}
