import { mayReadMetrics } from '@humuus/telemetry'
import type { FastifyInstance } from 'fastify'
import type { Registry } from 'prom-client'
import { refused } from './edge-errors.ts'

interface MetricsRoute {
  readonly registry: () => Registry
  readonly guard: Parameters<typeof mayReadMetrics>[1]
}

/** `/metrics` for Prometheus: with the token, or straight from this machine. */
export function metricsRoute(app: FastifyInstance, { registry, guard }: MetricsRoute): void {
  app.get('/metrics', async (request, reply) => {
    if (!mayReadMetrics(request.raw, guard)) return reply.code(403).send(refused(403))
    const metrics = registry()
    return reply.type(metrics.contentType).send(await metrics.metrics())
  })
}
