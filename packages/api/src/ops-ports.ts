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

export const housekeepingTasks = [
  /** Sessions that nobody came to within two days are ended. */
  'empty-lobbies',
  /** Accounts that are a device alone, and were not used for a year, are forgotten. */
  'unused-devices',
  /** Sign-ins whose last token expired a month ago. */
  'old-sign-ins',
  /** Keys of links that were used or expired more than a day ago. */
  'used-keys',
  /** Mails that were sent a month ago. */
  'old-mails',
  /** Counts of tries that do not count any more. */
  'old-limits',
] as const

export type HousekeepingTask = (typeof housekeepingTasks)[number]

/** How much a round has cleared away, and whether another round would find more. */
export interface Cleared {
  readonly cleared: number
  readonly isMore: boolean
}

/** Clears away a bounded number of leftovers, within some seconds; harmless when done twice, also at the same time. */
export type Housekeeping = (task: HousekeepingTask) => Promise<Cleared>
