import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import type { JobNumbers } from './job-numbers.ts'
import type { Lateness } from './lateness.ts'

const lateBuckets = [0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10]

/** Everything this worker tells Prometheus, documented in docs/metrics.md. */
export function metricsOf({ numbers, lateness }: { numbers: JobNumbers; lateness: Lateness }): Registry {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const countedByQueue = (name: string, help: string, counts: ReadonlyMap<string, number>) =>
    new Counter({
      ...{ name, help, registers, labelNames: ['queue'] },
      collect() {
        this.reset()
        for (const [queue, count] of counts) this.inc({ queue }, count)
      },
    })
  countedByQueue('humuus_jobs_done_total', 'Jobs this worker has done', numbers.done)
  countedByQueue('humuus_jobs_failed_total', 'Attempts of this worker that failed', numbers.failed)
  const late = new Histogram({
    ...{ name: 'humuus_timer_late_seconds', help: 'How late timers were', buckets: lateBuckets, registers },
  })
  lateness.onRecord((ms) => late.observe(Math.max(0, ms) / 1_000))
  return registry
}
