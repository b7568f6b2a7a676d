import { sessionPhases } from '@humuus/workshop-engine'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Census } from '../rooms/rooms.ts'
import { viewKey } from '../rooms/watchers.ts'
import type { Numbers } from './numbers.ts'
import { type QueueCounts, queueStates } from './queue-counts.ts'
import type { Traffic } from './traffic.ts'

interface MetricsParts {
  readonly numbers: Numbers
  readonly census: () => Census
  readonly traffic: Traffic
  readonly sockets: () => number
  readonly isDatabaseUp: () => boolean
  readonly isBusUp: () => boolean
  /** `null` when they cannot be learnt just now. */
  readonly queues: () => Promise<readonly QueueCounts[] | null>
}

const appendBuckets = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5]
const batchBuckets = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000]

/** Everything this server tells Prometheus, documented in docs/metrics.md. Most of it is only read when it is asked for. */
export function metricsOf(parts: MetricsParts): Registry {
  const { numbers, traffic } = parts
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  const counted = (name: string, help: string, read: () => number) =>
    new Counter({
      ...{ name, help, registers },
      collect() {
        this.reset()
        this.inc(read())
      },
    })
  const countedBy = (name: string, help: string, label: string, read: () => Iterable<readonly [string, number]>) =>
    new Counter({
      ...{ name, help, registers, labelNames: [label] },
      collect() {
        this.reset()
        for (const [value, count] of read()) this.inc({ [label]: value }, count)
      },
    })
  const measured = (name: string, help: string, read: () => number) =>
    new Gauge({
      ...{ name, help, registers },
      collect() {
        this.set(read())
      },
    })

  new Gauge({
    ...{ name: 'humuus_sessions', help: 'Sessions open on this server', labelNames: ['phase'], registers },
    collect() {
      const { sessions } = parts.census()
      for (const phase of sessionPhases) this.set({ phase }, sessions.get(phase) ?? 0)
    },
  })
  new Gauge({
    ...{ name: 'humuus_views', help: 'Views open on this server', labelNames: ['role', 'transport'], registers },
    collect() {
      const { views } = parts.census()
      for (const role of ['participant', 'host', 'screen'] as const)
        for (const transport of ['websocket', 'event_stream'] as const)
          this.set({ role, transport }, views.get(viewKey(role, transport)) ?? 0)
    },
  })
  measured('humuus_people', 'People connected to this server, once in each session', () => parts.census().people)
  measured('humuus_websockets', 'WebSocket connections open', parts.sockets)
  measured('humuus_connections', 'TCP connections open, with those of WebSockets', traffic.openConnections)
  counted('humuus_sent_bytes_total', 'Bytes sent over all connections', traffic.sentBytes)
  measured('humuus_door_waiting', 'People who wait for their first look', () => parts.census().atTheDoor)

  countedBy('humuus_requests_total', 'Calls of the API', 'outcome', () => numbers.requests)
  countedBy('humuus_commands_total', 'Commands of people', 'outcome', () => numbers.commands)
  counted('humuus_versions_total', 'Versions written to logs', () => numbers.versions)
  counted('humuus_append_failures_total', 'Appends that failed', () => numbers.appendFailures)
  const seconds = new Histogram({
    ...{ name: 'humuus_append_seconds', help: 'How long an append took', buckets: appendBuckets, registers },
  })
  const batch = new Histogram({
    ...{ name: 'humuus_append_versions', help: 'Versions in one append', buckets: batchBuckets, registers },
  })
  numbers.onAppend((versions, ms) => {
    seconds.observe(ms / 1_000)
    batch.observe(versions)
  })
  countedBy('humuus_messages_total', 'Messages to views', 'kind', () => Object.entries(numbers.sentMessages))
  countedBy('humuus_views_opened_total', 'Views that were opened', 'cursor', () => Object.entries(numbers.views))
  counted('humuus_clocks_late_total', 'Clocks that a room had to ring itself', () => numbers.lateClocks)

  measured('humuus_database_up', '1 while the log answers', () => Number(parts.isDatabaseUp()))
  measured('humuus_bus_up', '1 while servers hear each other, or need not', () => Number(parts.isBusUp()))
  new Gauge({
    ...{ name: 'humuus_jobs', help: 'Jobs in the queues', labelNames: ['queue', 'state'], registers },
    async collect() {
      const queues = await parts.queues()
      this.reset()
      for (const counts of queues ?? [])
        for (const state of queueStates) this.set({ queue: counts.queue, state }, counts[state])
    },
  })
  return registry
}
