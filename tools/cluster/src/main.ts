import { WrongUse } from '@humuus/args'
import { hasRedisServer } from '@humuus/rig'
import { readArgs } from './args.ts'
import { openCluster } from './cluster.ts'
import { killInTurn } from './kill-in-turn.ts'
import { told } from './told.ts'

const impatientAfterMs = 1_000

const say = (line: string) => void process.stdout.write(`${line}\n`)

/** Aborts when we are told to end; told again, it ends at once. Ctrl-C comes twice at once: from the terminal, and from whoever started us. */
function untilStopped(): AbortSignal {
  const stop = new AbortController()
  let toldAt: number | null = null
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (toldAt !== null && performance.now() - toldAt > impatientAfterMs) process.exit(1)
      toldAt ??= performance.now()
      stop.abort()
    })
  }
  return stop.signal
}

const isPortTaken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve()
    signal.addEventListener('abort', () => resolve(), { once: true })
  })

async function run(): Promise<void> {
  const { servers, port, killEvery } = readArgs(process.argv.slice(2))
  const redisUrl = process.env.REDIS_URL || undefined
  if (redisUrl === undefined && !(await hasRedisServer()))
    throw new WrongUse('several servers need Redis: install redis-server, or name one that runs with REDIS_URL')
  const signal = untilStopped()
  say(`Starting ${servers} server${servers === 1 ? '' : 's'}, a worker, PostgreSQL, Redis and a balancer.`)
  await using cluster = await openCluster({ servers, port, ...(redisUrl !== undefined && { redisUrl }) })
  if (!signal.aborted) say(told(cluster, redisUrl ?? cluster.rig.redis?.url ?? ''))
  const stopped = aborted(signal)
  const turns = { everySeconds: killEvery ?? 0, signal, tell: say }
  const turning = killEvery === null ? stopped : killInTurn(cluster.rig.servers, turns)
  await Promise.race([stopped, turning])
  say('Ending what was started, the worker first.')
  // A server that is just being started is there before it is stopped.
  await turning
  for (const death of cluster.rig.deaths) say(`ended by itself: ${death}`)
}

try {
  await run()
  process.exit(0)
} catch (error) {
  const why = isPortTaken(error)
    ? 'the port is taken by another program: choose one with --port'
    : String(error instanceof Error ? error.message : error)
  process.stderr.write(`cluster: ${why}\n`, () => process.exit(error instanceof WrongUse ? 2 : 1))
}
