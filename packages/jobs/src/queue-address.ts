/** Where the queues live: in PostgreSQL, or in Redis where one is given. */
export interface QueueAddress {
  readonly databaseUrl: string
  readonly redisUrl?: string | undefined
  /** Most connections to PostgreSQL at a time; 2 if not given, and one more for whoever waits for jobs. */
  readonly maxConnections?: number | undefined
}
