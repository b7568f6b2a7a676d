import {
  type BackendFactory,
  createPostgresBackend,
  createRedisBackend,
  type IQueueBackend,
  type RedisOptions,
} from 'bullmq'
import type { QueueAddress } from './queue-address.ts'

/** BullMQ's own two backends behind one address. */
export const backend: BackendFactory<IQueueBackend, QueueAddress> = (name, options, extra) => {
  const { redisUrl } = options.connection
  const isWorker = extra?.withBlockingConnection === true
  if (redisUrl !== undefined)
    return createRedisBackend(name, { ...options, connection: redis(redisUrl, isWorker) }, extra)

  const connection = postgres(options.connection, isWorker)
  const opened = createPostgresBackend(name, { ...options, connection }, extra)
  // A connection that breaks while BullMQ has it in hand would otherwise end the process; its query fails anyway.
  opened.connection.pool.on('connect', (client) => client.on('error', () => undefined))
  return opened
}

const postgres = ({ databaseUrl, maxConnections = 2 }: QueueAddress, isWorker: boolean) => ({
  connectionString: databaseUrl,
  max: maxConnections,
  connectionTimeoutMillis: 5_000,
  query_timeout: 10_000,
  keepAlive: true,
  // A worker does not wait for the disk before it begins: a crash of PostgreSQL can repeat a job, but not lose one.
  ...(isWorker && { options: '-c synchronous_commit=off' }),
  // Processes that start together take turns: BullMQ migrates under an advisory lock.
  migrate: true,
})

const redis = (url: string, isWorker: boolean): RedisOptions => ({
  url,
  connectTimeout: 5_000,
  // BullMQ's own would wait up to 20 s for a Redis that is back.
  retryStrategy: (times) => Math.min(50 * 2 ** times, 2_000),
  // A worker waits for Redis as long as it takes; whoever queues is told that it is away, and tries again.
  maxRetriesPerRequest: isWorker ? null : 1,
})
