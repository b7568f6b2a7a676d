import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { openTracer } from './open-tracer.ts'
import { collector } from './testing/index.ts'
import { readTraceparent, traceparentOf } from './traceparent.ts'

test('without an address there is no tracer', async () => {
  expect(await openTracer({ endpoint: undefined, service: 'x', share: 1 })).toBeNull()
})

test('spans come to the collector with the times, the trace and the parent that were said', async () => {
  await using traces = await collector()
  const tracer = await openTracer({ endpoint: `${traces.url}/`, service: 'humuus-test', share: 1 })
  const traceId = randomUUID().replaceAll('-', '')
  // Long before this process began: a phone that was in a tunnel.
  const began = Date.UTC(2020, 0, 1) + 0.25
  const vote = tracer?.start('vote', { traceId, at: began, kind: 'server', attributes: { size: 3 } })
  const other = tracer?.start('other')
  const part = tracer?.start('part', { parent: vote?.ref, links: other ? [other.ref] : [] })
  part?.fail('unavailable')
  part?.end()
  vote?.end(began + 10)
  other?.end()
  await tracer?.close()
  const [first, second, third] = ['vote', 'part', 'other'].map((name) =>
    traces.spans.find((span) => span.name === name),
  )
  const start = BigInt(Date.UTC(2020, 0, 1)) * 1_000_000n + 250_000n
  expect(first).toMatchObject({ service: 'humuus-test', traceId, parentSpanId: '', start, attributes: { size: 3 } })
  expect(Number(first?.end) - Number(first?.start)).toBeCloseTo(10e6, -4)
  expect(second).toMatchObject({ traceId, parentSpanId: first?.spanId, failed: 'unavailable' })
  expect(second?.links).toEqual([{ traceId: third?.traceId, spanId: third?.spanId }])
  expect(third?.traceId).not.toBe(traceId)
})

test('a share of nothing sends nothing, and what belongs to a trace that is kept is kept', async () => {
  await using traces = await collector()
  const tracer = await openTracer({ endpoint: traces.url, service: 'humuus-test', share: 0 })
  const unsampled = tracer?.start('begins here')
  tracer?.start('part of it', { parent: unsampled?.ref }).end()
  unsampled?.end()
  const asked = readTraceparent('00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01')
  tracer?.start('begun elsewhere', { parent: asked }).end()
  await tracer?.close()
  expect(traces.spans.map(({ name }) => name)).toEqual(['begun elsewhere'])
})

test('a collector that is away keeps nobody waiting', async () => {
  const tracer = await openTracer({ endpoint: 'http://127.0.0.1:1', service: 'humuus-test', share: 1 })
  tracer?.start('lost').end()
  const began = performance.now()
  await tracer?.close()
  expect(performance.now() - began).toBeLessThan(4_000)
})

test('a traceparent names a span and is read back; anything else is none', () => {
  const ref = { traceId: '0af7651916cd43dd8448eb211c80319c', spanId: 'b7ad6b7169203331', isSampled: true }
  expect(traceparentOf(ref)).toBe('00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01')
  expect(readTraceparent(traceparentOf(ref))).toEqual(ref)
  for (const text of [undefined, '', '00-0', `00-${'0'.repeat(32)}-b7ad6b7169203331-01`, 'a'.repeat(10_000)])
    expect(readTraceparent(text)).toBeUndefined()
})
