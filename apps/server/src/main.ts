import pino from 'pino'
import { readEnv } from './env.ts'
import { startServer } from './server.ts'

/** The longest a stop may take before the process ends all the same. */
const stopWithinMs = 9_500

try {
  const env = readEnv()
  // Synchronous: the last words before an exit are not lost.
  const log = pino({ level: env.LOG_LEVEL }, pino.destination({ dest: 1, sync: true }))
  const server = await startServer(env, log)
  log.info({ url: server.url }, 'ready')
  process.send?.({ ready: true })

  const stop = async () => {
    setTimeout(() => process.exit(1), stopWithinMs).unref()
    await server.stop()
    process.exit(0)
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
  // The launcher is gone: so are we.
  process.once('disconnect', stop)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}
