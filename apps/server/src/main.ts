import { openLog } from '@humuus/telemetry'
import { readEnv } from './env.ts'
import { startServer } from './server.ts'

/** The longest a stop may take before the process ends all the same. */
const stopWithinMs = 9_500

try {
  const env = readEnv()
  const log = openLog({ level: env.LOG_LEVEL, name: 'server' })
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
