import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { testDatabase } from '@humuus/db/testing'
import { openQueues } from '@humuus/jobs'
import { openTracer } from '@humuus/telemetry'
import { collector, journal } from '@humuus/telemetry/testing'
import { expect, test, vi } from 'vitest'
import { readEnv } from './env.ts'
import { listenForMetrics } from './metrics-listener.ts'
import { standInServer } from './testing/stand-in-server.ts'
import { startWorker } from './worker.ts'

const secret = 'a secret of more than thirty-two characters'
const token = 'a token for those who look'
const eventually = (claim: () => void | Promise<void>) => vi.waitFor(claim, { timeout: 10_000, interval: 20 })

/** A worker over real queues, a stand-in for the server, and a collector of traces. */
async function openWorld() {
  const database = await testDatabase()
  const server = await standInServer(secret)
  const traces = await collector()
  const kept = journal('worker')
  const env = readEnv({ DATABASE_URL: database.url, SERVER_URL: server.url, INTERNAL_SECRET: secret })
  const tracer = await openTracer({ endpoint: traces.url, service: 'humuus-worker', share: 1 })
  const queues = openQueues({ databaseUrl: database.url }, { onError: (error) => kept.log.error(error) })
  const worker = startWorker(env, { log: kept.log, tracer })
  await worker.ready
  return {
    ...{ database, server, traces, worker, queues, journal: kept },
    [Symbol.asyncDispose]: async () => {
      for (const each of [worker, queues, traces, server, database]) await each[Symbol.asyncDispose]()
    },
  }
}

test('a job is counted, traced into the server, and told: the worker lives', async () => {
  await using world = await openWorld()
  const [sessionId, other] = [randomUUID(), randomUUID()]
  await world.queues.timers.schedule({ sessionId, deadline: Date.now() })
  await eventually(() => expect(world.server.ticks).toEqual([sessionId]))
  await eventually(() => expect(world.traces.spans).toHaveLength(1))
  const [span] = world.traces.spans
  expect(span).toMatchObject({ service: 'humuus-worker', name: 'job node-timers', parentSpanId: '', failed: null })
  expect(world.server.traceparents).toEqual([`00-${span?.traceId}-${span?.spanId}-01`])

  world.server.answer = { ok: false, rejection: { code: 'unavailable' } }
  await world.queues.timers.schedule({ sessionId: other, deadline: Date.now() })
  await eventually(async () => {
    const text = await world.worker.metrics.metrics()
    expect(text).toContain('humuus_jobs_done_total{queue="node-timers"} 1')
    expect(text).toMatch(/humuus_jobs_failed_total\{queue="node-timers"\} [1-9]/)
    expect(text).toContain('humuus_timer_late_seconds_count 1')
  })
  await eventually(() => expect(world.traces.spans.some(({ failed }) => failed === 'failed')).toBe(true))
  await eventually(() => expect(world.server.lives.at(-1)?.report).toMatchObject({ done: { 'node-timers': 1 } }))
  expect(new Set(world.server.lives.map(({ workerId }) => workerId)).size).toBe(1)
  for (const line of world.journal.lines().filter(({ msg }) => msg === 'tick'))
    expect(line).toMatchObject({ sessionId })
})

test('a worker shows its metrics where a port is set, and to those who may see them', async () => {
  await using world = await openWorld()
  await using none = await listenForMetrics({ METRICS_PORT: undefined, METRICS_TOKEN: token }, world.worker.metrics)
  expect(none.port).toBeNull()
  await using here = await listenForMetrics({ METRICS_PORT: 0, METRICS_TOKEN: undefined }, world.worker.metrics)
  const ask = (port: number | null, path: string, headers: Record<string, string> = {}) =>
    fetch(`http://127.0.0.1:${port}${path}`, { headers })
  expect(await (await ask(here.port, '/metrics')).text()).toContain('# TYPE humuus_jobs_done_total counter')
  expect((await ask(here.port, '/metrics', { 'x-forwarded-for': '10.0.0.1' })).status).toBe(403)
  expect((await ask(here.port, '/healthz')).status).toBe(200)
  expect((await ask(here.port, '/')).status).toBe(404)
  await using guarded = await listenForMetrics({ METRICS_PORT: 0, METRICS_TOKEN: token }, world.worker.metrics)
  expect((await ask(guarded.port, '/metrics')).status).toBe(403)
  expect((await ask(guarded.port, '/metrics', { authorization: `Bearer ${token}` })).status).toBe(200)
})

test('docs/metrics.md names what a worker tells, and nothing else', async () => {
  await using world = await openWorld()
  const page = readFileSync(new URL('../../../docs/metrics.md', import.meta.url), 'utf8')
  const [, part = ''] = /## The worker\n([\s\S]*?)\n## /.exec(page) ?? []
  const documented = [...part.matchAll(/^\| `(humuus_\w+)`/gm)].map(([, name]) => name)
  const told = world.worker.metrics.getMetricsAsArray().map(({ name }) => name)
  expect(documented.sort()).toEqual(told.filter((name) => name.startsWith('humuus_')).sort())
})
