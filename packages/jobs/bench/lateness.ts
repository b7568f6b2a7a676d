/** How late do timers fire? `pnpm --filter @humuus/jobs bench [timers]`: PostgreSQL of its own, and a Redis where a redis-server is on the PATH. */
import { randomUUID } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPostgres } from '@humuus/db/embedded'
import { nodeTimer, openQueues, type QueueAddress, startJobWorker } from '../src/index.ts'
import { startRedis } from '../src/testing/redis.ts'

const count = Number(process.argv[2] ?? 500)
const everyMs = 25

async function measure(name: string, address: QueueAddress): Promise<void> {
  const onError = (error: Error) => console.error(`${name}: ${error.message}`)
  const late: number[] = []
  let done = () => {}
  const all = new Promise<void>((resolve) => {
    done = resolve
  })
  const fired = async (deadline: number) => {
    late.push(Date.now() - deadline)
    if (late.length === count) done()
  }
  await using worker = startJobWorker(nodeTimer, address, ({ deadline }) => fired(deadline), { onError })
  await using queues = openQueues(address, { onError })
  await worker.ready

  // Rooms that are busy at the same time: a deadline somewhere in each slot of `everyMs`.
  const start = Date.now() + 1_000 + count
  const deadlines = Array.from({ length: count }, (_, n) => Math.round(start + (n + Math.random()) * everyMs))
  await Promise.all(deadlines.map((deadline) => queues.timers.schedule({ sessionId: randomUUID(), deadline })))
  await all
  late.sort((a, b) => a - b)
  const at = (share: number) => `${late[Math.ceil(share * late.length) - 1]} ms`
  console.log(`${name.padEnd(14)} ${late.length} timers, median ${at(0.5)}, p99 ${at(0.99)}, max ${at(1)}`)
}

const dataDir = await mkdtemp(join(tmpdir(), 'humuus-bench-'))
await chmod(dataDir, 0o755)
const postgres = await startPostgres({ dataDir })
try {
  await measure('PostgreSQL', { databaseUrl: postgres.url })
  for (const hz of [10, 100]) {
    const redis = await startRedis({ hz })
    if ('missing' in redis) console.log(`Redis, hz ${hz}: not measured, ${redis.missing}`)
    else {
      await measure(`Redis, hz ${hz}`, { databaseUrl: postgres.url, redisUrl: redis.url })
      await redis[Symbol.asyncDispose]()
    }
  }
} finally {
  await postgres.stop()
  await rm(dataDir, { recursive: true, force: true })
}
