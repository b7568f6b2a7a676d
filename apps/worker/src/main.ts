import { openLog, openTracer } from '@humuus/telemetry'
import { readEnv } from './env.ts'
import { listenForMetrics } from './metrics-listener.ts'
import { stopSignal } from './stop-signal.ts'
import { startWorker } from './worker.ts'

/** The longest a stop may take before the process ends all the same; what was running is taken over by another worker. */
const stopWithinMs = 9_500

async function run(): Promise<void> {
  const env = readEnv()
  const log = openLog({ level: env.LOG_LEVEL, name: 'worker' })
  const stopped = stopSignal()
  const tracer = await openTracer({
    endpoint: env.OTEL_EXPORTER_OTLP_ENDPOINT,
    service: 'humuus-worker',
    share: env.OTEL_TRACES_SAMPLER_ARG,
  })
  await using worker = startWorker(env, { log, tracer })
  await using _listener = await listenForMetrics(env, worker.metrics)

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
