import { InTurn } from './in-turn.ts'
import type { JobKind } from './job-kind.ts'
import { type OpenQueue, openQueue } from './open-queue.ts'
import { openUntilReady } from './open-until-ready.ts'
import { persist } from './persist.ts'
import type { QueueAddress } from './queue-address.ts'
import { throttleErrors } from './throttle-errors.ts'
import { within } from './within.ts'

/** Jobs of one kind, seen by whoever asks for them. */
export interface JobQueue<Payload> extends AsyncDisposable {
  /**
   * Asks for a job; asked twice it is one job, and one that was given up is tried anew. Resolves when it is stored, however
   * long the database is away, and rejects only for a payload that is none. There is no need to wait for it.
   */
  schedule(payload: Payload): Promise<void>
  /**
   * Asks for a job now and then again every so many ms, for good: also after a restart. Asked twice, or by several servers, it is
   * one row of jobs, and a run that is due is neither lost nor brought forward. With other ms the row begins anew.
   */
  every(everyMs: number, payload: Payload): Promise<void>
  /** Takes it back unless it is running. Resolves when it is gone, under the same terms. */
  cancel(payload: Payload): Promise<void>
  /** The queue itself once it is reached; `undefined` when it was closed before. For those who look at all queues. */
  readonly opened: Promise<OpenQueue | undefined>
  /** Gives the connections back. What cannot be stored within two seconds is given up; its promise resolves. */
  close(): Promise<void>
}

/** Wishes that may wait for a database that is away; one more is refused and told to `onError`. */
const mostWaiting = 10_000

/** Opens nothing before the process has a turn to spare, never throws for a database that is away, and keeps trying. */
export function openJobQueue<Payload>(
  kind: JobKind<Payload>,
  address: QueueAddress,
  onError: (error: Error) => void,
): JobQueue<Payload> {
  const closing = new AbortController()
  const trying = { signal: closing.signal, onError: throttleErrors(onError) }
  const opened = openUntilReady(() => openQueue(kind.queue, address), trying)
  const wishes = new InTurn()

  async function wish(payload: Payload, act: (queue: OpenQueue, payload: Payload) => Promise<unknown>): Promise<void> {
    const checked = kind.payload.parse(payload)
    if (wishes.size >= mostWaiting) return trying.onError(new Error(`${kind.queue}: too many jobs wait for the queue`))
    await wishes.run(kind.id(checked), async () => {
      const queue = await opened
      if (queue) await persist(() => act(queue, checked), trying)
    })
  }

  async function close(): Promise<void> {
    await within(2_000, wishes.idle())
    closing.abort()
    const queue = await opened
    if (queue && !(await within(2_000, queue.close()))) await within(500, queue.disconnect())
  }

  return {
    schedule: (payload) => wish(payload, (queue, checked) => add(queue, kind, checked)),
    every: (everyMs, payload) =>
      wish(payload, (queue, checked) =>
        queue.upsertJobScheduler(
          kind.id(checked),
          { every: everyMs },
          { name: kind.queue, data: checked, opts: manners(kind) },
        ),
      ),
    cancel: (payload) => wish(payload, (queue, checked) => queue.remove(kind.id(checked))),
    opened,
    close,
    [Symbol.asyncDispose]: close,
  }
}

async function add<Payload>(queue: OpenQueue, kind: JobKind<Payload>, payload: Payload): Promise<void> {
  const timestamp = Date.now()
  const delay = Math.max(0, Math.ceil(kind.due(payload)) - timestamp)
  const job = await queue.add(kind.queue, payload, { ...manners(kind), jobId: kind.id(payload), timestamp, delay })
  // One that was given up is still there and swallowed the wish.
  if ((await job.getState()) === 'failed') await revive(job)
}

type OpenJob = Awaited<ReturnType<OpenQueue['add']>>

/** Tries a job that was given up anew, with all its attempts. False if it is not given up any more. */
export async function revive(job: OpenJob): Promise<boolean> {
  try {
    await job.retry('failed', { resetAttemptsMade: true, resetAttemptsStarted: true })
    return true
  } catch (error) {
    // Somebody else was faster.
    if ((await job.getState()) !== 'failed') return false
    throw error
  }
}

/** How jobs of a kind are treated, however they come about. */
const manners = <Payload>(kind: JobKind<Payload>) => ({
  attempts: kind.retry.attempts,
  backoff: { type: 'of its kind' },
  stackTraceLimit: 1,
  // A finished job that is kept would swallow the next wish for the same id.
  removeOnComplete: true,
  // One that was given up is kept for a week, for an admin to see.
  removeOnFail: { age: 7 * 24 * 3_600, count: 1_000 },
})
