import type { ZodType } from 'zod'
import type { Retry } from './retry.ts'

/** What may be queued, one kind a file. */
export interface JobKind<Payload> {
  /** Name of its queue; BullMQ forbids ':'. */
  readonly queue: string
  /** Checked when a job is queued and again when it is worked on. */
  readonly payload: ZodType<Payload>
  /** Two jobs of one id are one job, as long as it has not run. BullMQ forbids ':' and plain integers. */
  readonly id: (payload: Payload) => string
  /** Epoch ms at which it is due, not earlier; in the past: now. */
  readonly due: (payload: Payload) => number
  /** How a job that failed is tried again. */
  readonly retry: Retry
  /** Jobs that one worker does at a time. */
  readonly concurrency: number
  /** After this many ms without a sign of life of a worker, its job is another one's. A worker that lives renews it, however long a job takes. */
  readonly lockMs: number
}
