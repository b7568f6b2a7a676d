import type { JobKind } from './job-kind.ts'
import { revive } from './job-queue.ts'
import type { OpenQueue } from './open-queue.ts'
import { within } from './within.ts'

/** A queue and how many jobs are in it. */
export interface QueueState {
  readonly queue: string
  readonly waiting: number
  /** For their time, or for another attempt. */
  readonly delayed: number
  readonly active: number
  /** Given up: see `deadLetters`. */
  readonly failed: number
}

/** A job that was given up. It is kept for a week. */
export interface DeadLetter {
  readonly queue: string
  readonly id: string
  /** Ids and names of tasks alone; `null` when it is none that we know. */
  readonly payload: Readonly<Record<string, string | number>> | null
  /** Why the last attempt failed, up to 300 characters. */
  readonly reason: string
  /** Epoch ms. */
  readonly failedAt: number
  readonly attempts: number
}

/** All queues, for whoever looks after the installation. Everything rejects with `QueueAway` when a queue does not answer. */
export interface Operators {
  /** In the order of the kinds. */
  queues(): Promise<QueueState[]>
  /** The newest first, up to `limit` of each queue. */
  deadLetters(options?: { limit?: number }): Promise<DeadLetter[]>
  /** Tries a job that was given up anew, with all its attempts. False if there is none (any more). */
  retry(queue: string, jobId: string): Promise<boolean>
  /** Throws a job away that was given up. False if there is none (any more). */
  discard(queue: string, jobId: string): Promise<boolean>
  /** BullMQ's own queues, as far as they are reached. */
  bullQueues(): Promise<OpenQueue[]>
}

/** The database of the queues does not answer now. */
export class QueueAway extends Error {
  override readonly name = 'QueueAway'
}

/** One kind and its queue, once it is reached. */
export interface Watched {
  readonly kind: Pick<JobKind<unknown>, 'queue' | 'payload'>
  readonly opened: Promise<OpenQueue | undefined>
}

const patienceMs = 3_000
const longestReason = 300

export function operatorsOf(watched: readonly Watched[]): Operators {
  const names = new Map(watched.map((each) => [each.kind.queue, each]))

  const jobIn = async (queueName: string, jobId: string) => {
    const one = names.get(queueName)
    if (one === undefined) return null
    const queue = await reached(one)
    const job = await answered(queue.getJob(jobId))
    return job && (await answered(job.getState())) === 'failed' ? job : null
  }

  const lettersOf = async (one: Watched, limit: number): Promise<DeadLetter[]> => {
    const queue = await reached(one)
    const jobs = await answered(queue.getFailed(0, limit - 1))
    // One that is retried or thrown away meanwhile is listed without its content.
    return jobs.filter(Boolean).map((job) => ({
      queue: one.kind.queue,
      id: job.id ?? '',
      payload: idsIn(one.kind.payload.safeParse(job.data)),
      reason: (job.failedReason ?? '').slice(0, longestReason),
      failedAt: job.finishedOn ?? job.timestamp,
      attempts: job.attemptsMade,
    }))
  }

  return {
    queues: () =>
      Promise.all(
        watched.map(async (one) => {
          const queue = await reached(one)
          const { waiting, prioritized, delayed, active, failed } = await answered(
            queue.getJobCounts('waiting', 'prioritized', 'delayed', 'active', 'failed'),
          )
          return {
            queue: one.kind.queue,
            waiting: (waiting ?? 0) + (prioritized ?? 0),
            delayed: delayed ?? 0,
            active: active ?? 0,
            failed: failed ?? 0,
          }
        }),
      ),
    deadLetters: async ({ limit = 100 } = {}) => {
      const letters = await Promise.all(watched.map((one) => lettersOf(one, limit)))
      return letters.flat().sort((a, b) => b.failedAt - a.failedAt)
    },
    retry: async (queue, jobId) => {
      const job = await jobIn(queue, jobId)
      return job !== null && answered(revive(job))
    },
    discard: async (queue, jobId) => {
      const job = await jobIn(queue, jobId)
      if (job === null) return false
      await answered(job.remove())
      return true
    },
    bullQueues: () => Promise.all(watched.map(reached)),
  }
}

async function reached({ kind, opened }: Watched): Promise<OpenQueue> {
  const queue = (await within(patienceMs, opened)) ? await opened : undefined
  if (queue === undefined) throw new QueueAway(`the queue ${kind.queue} is not reached`)
  return queue
}

/** BullMQ waits for a database that is away; people do not. */
async function answered<Answer>(work: Promise<Answer>): Promise<Answer> {
  if (!(await within(patienceMs, work))) throw new QueueAway('the queue takes too long to answer')
  try {
    return await work
  } catch (error) {
    throw new QueueAway('the queue does not answer', { cause: error })
  }
}

function idsIn(parsed: { success: boolean; data?: unknown }): DeadLetter['payload'] {
  if (!parsed.success || typeof parsed.data !== 'object' || parsed.data === null) return null
  return Object.fromEntries(
    Object.entries(parsed.data).filter(([, value]) => typeof value === 'string' || typeof value === 'number'),
  )
}
