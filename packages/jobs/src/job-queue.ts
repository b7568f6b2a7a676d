import { Queue } from 'bullmq'
import { backend } from './backend.ts'
import { InTurn } from './in-turn.ts'
import type { JobKind } from './job-kind.ts'
import { openUntilReady } from './open-until-ready.ts'
import { persist } from './persist.ts'
import type { QueueAddress } from './queue-address.ts'
import { throttleErrors } from './throttle-errors.ts'
import { within } from './within.ts'

/** Jobs of one kind, seen by whoever asks for them. */
export interface JobQueue<Payload> extends AsyncDisposable {
  /**
   * Asks for a job; asked twice it is one job. Resolves when it is stored, however long the database is away, and
   * rejects only for a payload that is none. There is no need to wait for it.
   */
  schedule(payload: Payload): Promise<void>
  /** Takes it back unless it is running. Resolves when it is gone, under the same terms. */
  cancel(payload: Payload): Promise<void>
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
  const ready = openUntilReady(() => newQueue(kind.queue, address), trying)
  const wishes = new InTurn()

  async function wish(payload: Payload, act: (queue: OpenQueue, payload: Payload) => Promise<unknown>): Promise<void> {
    const checked = kind.payload.parse(payload)
    if (wishes.size >= mostWaiting) return trying.onError(new Error(`${kind.queue}: too many jobs wait for the queue`))
    await wishes.run(kind.id(checked), async () => {
      const queue = await ready
      if (queue) await persist(() => act(queue, checked), trying)
    })
  }

  async function close(): Promise<void> {
    await within(2_000, wishes.idle())
    closing.abort()
    const queue = await ready
    if (queue && !(await within(2_000, queue.close()))) await within(500, queue.disconnect())
  }

  return {
    schedule: (payload) => wish(payload, (queue, checked) => queue.add(kind.queue, checked, options(kind, checked))),
    cancel: (payload) => wish(payload, (queue, checked) => queue.remove(kind.id(checked))),
    close,
    [Symbol.asyncDispose]: close,
  }
}

const newQueue = (name: string, address: QueueAddress) =>
  // Nobody reads BullMQ's event stream here: a short one is enough.
  new Queue(name, { connection: address, streams: { events: { maxLen: 100 } } }, backend)
type OpenQueue = ReturnType<typeof newQueue>

function options<Payload>(kind: JobKind<Payload>, payload: Payload) {
  const timestamp = Date.now()
  return {
    jobId: kind.id(payload),
    timestamp,
    delay: Math.max(0, Math.ceil(kind.due(payload)) - timestamp),
    attempts: kind.retry.attempts,
    backoff: { type: 'of its kind' },
    stackTraceLimit: 1,
    // A finished job that is kept would swallow the next wish for the same id.
    removeOnComplete: true,
    removeOnFail: kind.keepsFailed ? { age: 7 * 24 * 3_600, count: 1_000 } : true,
  }
}
