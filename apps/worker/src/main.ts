import pino from 'pino'
import { readEnv } from './env.ts'
import { stopSignal } from './stop-signal.ts'
import { startWorker } from './worker.ts'

/** The longest a stop may take before the process ends all the same; what was running is taken over by another worker. */
const stopWithinMs = 9_500

async function run(): Promise<void> {
  const env = readEnv()
  // Written at once, so that the last words are not lost when the process ends.
  const log = pino({ name: 'worker', level: env.LOG_LEVEL }, pino.destination({ dest: 1, sync: true }))
  const stopped = stopSignal()
  await using worker = startWorker(env, { log })

  const isReady = await Promise.race([worker.ready.then(() => true), stopped.then(() => false)])
  if (isReady) {
    log.info('ready')
    process.send?.({ ready: true })
  }

  await stopped
  setTimeout(() => process.exit(0), stopWithinMs).unref()
}

try {
  await run()
  process.exit(0)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}
