/** Epoch milliseconds. */
type EpochMs = number

/** A queue and how many jobs are in it. */
export interface QueueDepth {
  readonly queue: string
  readonly waiting: number
  /** For their time, or for another attempt. */
  readonly delayed: number
  readonly active: number
  /** Given up, and kept for a week. */
  readonly failed: number
}

/** A job that was given up. */
export interface DeadLetter {
  readonly queue: string
  readonly id: string
  /** Ids and names of tasks alone, never anything about people; `null` for a job that is none of ours. */
  readonly payload: Readonly<Record<string, string | number>> | null
  /** Why the last attempt failed. */
  readonly reason: string
  readonly failedAt: EpochMs
  readonly attempts: number
}

/** What the worker does, for admins. */
export interface Jobs {
  queues(): Promise<readonly QueueDepth[]>
  /** The newest first. */
  deadLetters(): Promise<readonly DeadLetter[]>
  /** Tries a dead letter anew, with all its attempts. False if there is none (any more). */
  retry(queue: string, jobId: string): Promise<boolean>
  /** Throws a dead letter away. False if there is none (any more). */
  discard(queue: string, jobId: string): Promise<boolean>
}
