import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { openWorld, vote } from '../testing/world.ts'

/** Parts of OpenTelemetry that this process has loaded; its bare interface may come with others. */
const loaded = (): string[] =>
  Object.keys(createRequire(import.meta.url).cache).filter((file) => /@opentelemetry\/(sdk|exporter|otlp)/.test(file))

test('where nobody collects traces nothing of OpenTelemetry is loaded, and where somebody does it is', async () => {
  await using world = await openWorld()
  const { host, sessionId, code, command } = await world.hosted()
  await host.join(code, 'Hal')
  await command({ type: 'start' })
  expect(await host.send(sessionId, vote(0))).toMatchObject({ ok: true })
  expect(loaded()).toEqual([])
  await using _traced = await openWorld({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:1' })
  expect(loaded().length).toBeGreaterThan(5)
})
