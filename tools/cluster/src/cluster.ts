import { openRig, openTogether, type Rig } from '@humuus/rig'
import { type Balancer, openBalancer } from './balancer.ts'
import { openBucket } from './bucket.ts'
import { type Health, watchHealth } from './health.ts'

export interface ClusterOptions {
  readonly servers: number
  /** Where the balancer listens on 127.0.0.1; a free port if none is given. */
  readonly port?: number
  /** A Redis to use instead of one of its own. */
  readonly redisUrl?: string
}

/**
 * Several servers as if each had a machine of its own: one PostgreSQL, one Redis, one bucket for files, and in front a load
 * balancer that remembers nobody. When the block ends, all of it ends in order.
 */
export interface Cluster extends AsyncDisposable {
  /** What people open. */
  readonly url: string
  readonly rig: Rig
  readonly balancer: Balancer
  /** Where files are kept. */
  readonly bucketUrl: string
}

/** Throws with the last words of what does not start, and where there is no Redis. */
export const openCluster = (options: ClusterOptions): Promise<Cluster> => openTogether((atEnd) => boot(options, atEnd))

async function boot(
  { servers, port, redisUrl }: ClusterOptions,
  atEnd: (end: () => unknown) => void,
): Promise<Omit<Cluster, keyof AsyncDisposable>> {
  let ready: Health['ready'] = () => []
  // First of all: servers are told the address that people use.
  const balancer = await openBalancer({ targets: () => ready(), ...(port !== undefined && { port }) })
  atEnd(() => balancer[Symbol.asyncDispose]())
  const bucket = await openBucket()
  atEnd(() => bucket[Symbol.asyncDispose]())
  const env = { ...bucket.env, PUBLIC_URL: balancer.url, TRUST_PROXY: '1' }
  const rig = await openRig({ servers, env, ...(redisUrl === undefined ? { redis: 'must' } : { redisUrl }) })
  atEnd(() => rig[Symbol.asyncDispose]())
  atEnd(() => endInOrder(rig))
  const health = watchHealth(rig.urls)
  atEnd(() => health[Symbol.dispose]())
  ready = health.ready
  return { url: balancer.url, rig, balancer, bucketUrl: bucket.env.S3_ENDPOINT ?? '' }
}

/** Whoever needs others ends before them. */
async function endInOrder({ worker, servers, redis, database }: Rig): Promise<void> {
  await worker?.stop()
  await Promise.all(servers.map((server) => server.stop()))
  await redis?.stop()
  await database.stop()
}
