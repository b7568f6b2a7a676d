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
