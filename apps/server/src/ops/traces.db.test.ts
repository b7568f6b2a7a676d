import { randomUUID } from 'node:crypto'
import { type CollectedSpan, collector, journal } from '@humuus/telemetry/testing'
import { expect, test } from 'vitest'
import { openWorld, vote } from '../testing/world.ts'

const within = 10_000
const parts = ['append', 'decide', 'fan-out', 'phone', 'receive', 'wait']

/** A session where Ann and Ben are asked how they are, and a collector of what is traced. */
async function openStage(log = journal('server')) {
  const traces = await collector()
  const world = await openWorld({ OTEL_EXPORTER_OTLP_ENDPOINT: traces.url }, { log: log.log })
  const { sessionId, code, command, host } = await world.hosted()
  const [ann, ben] = [await world.person(), await world.person({ transport: 'http' })]
  const views = [ann, ben].map((one) => {
    return one.join(code, 'Somebody').then(() => one.watch({ sessionId, role: 'participant' }))
  })
  const console = host.watch({ sessionId, role: 'host' })
  await command({ type: 'start' })
  for (const view of await Promise.all(views)) await view.until(({ shared }) => shared.step?.nodeId === 'mood', within)
  await Promise.all([ann, ben].map((one) => one.clockIsRead))
  const traceOf = async (commandId: string, count: number): Promise<CollectedSpan[]> => {
    const ofIt = () => traces.spans.filter(({ traceId }) => traceId === commandId.replaceAll('-', ''))
    await expect.poll(() => ofIt().length, { timeout: within }).toBeGreaterThanOrEqual(count)
    return ofIt()
  }
  return {
    ...{ world, traces, sessionId, ann, ben, console, log, traceOf },
    [Symbol.asyncDispose]: async () => {
      await world[Symbol.asyncDispose]()
      await traces[Symbol.asyncDispose]()
    },
  }
}

const namesIn = (spans: readonly CollectedSpan[]): string[] => spans.map(({ name }) => name)

test.each(['ann', 'ben'] as const)(
  'a vote is followed from the phone into the log and out to everybody (%s)',
  async (who) => {
    await using stage = await openStage()
    const commandId = randomUUID()
    const before = Date.now()
    expect(await stage[who].send(stage.sessionId, vote(0), { commandId, givenAt: before - 50 })).toMatchObject({
      ok: true,
    })
    await stage.console.until(({ shared }) => shared.done === 1, within)
    const spans = await stage.traceOf(commandId, 7)

    const roots = spans.filter(({ parentSpanId }) => parentSpanId === '')
    expect(roots.map(({ name }) => name)).toEqual(['act poll'])
    const [root] = roots as [CollectedSpan]
    expect(root.attributes).toMatchObject({ 'humuus.outcome': 'accepted', 'humuus.session_id': stage.sessionId })
    const children = spans.filter(({ parentSpanId }) => parentSpanId === root.spanId)
    expect(children.map(({ name }) => name).sort()).toEqual(parts)
    const of = (name: string) => children.find((span) => span.name === name) as CollectedSpan
    const path = ['phone', 'receive', 'wait', 'decide', 'append', 'fan-out'].map(of)
    for (const [index, span] of path.entries()) {
      expect(span.end, span.name).toBeGreaterThanOrEqual(span.start)
      expect(span.start, span.name).toBeGreaterThanOrEqual(path[index - 1]?.start ?? root.start)
    }
    expect(Number(of('phone').end - of('phone').start) / 1e6).toBeGreaterThanOrEqual(45)
    // The console, at least, saw that one more is done.
    expect(Number(of('fan-out').attributes['humuus.messages'])).toBeGreaterThanOrEqual(1)
    // The append is shared: it knows whose it was.
    const [link] = of('append').links
    const batch = stage.traces.spans.find(({ spanId }) => spanId === link?.spanId)
    expect(batch).toMatchObject({ name: 'batch', traceId: link?.traceId })
    expect(batch?.links).toContainEqual({ traceId: root.traceId, spanId: root.spanId })
  },
)

test('a command that comes again is found in the same trace, and a refusal says which', async () => {
  await using stage = await openStage()
  const [once, never] = [randomUUID(), randomUUID()]
  await stage.ann.send(stage.sessionId, vote(0), { commandId: once, givenAt: Date.now() - 50 })
  await stage.ann.send(stage.sessionId, vote(0), { commandId: once })
  await stage.ann.send(stage.sessionId, vote(9), { commandId: never })
  await expect.poll(async () => namesIn(await stage.traceOf(once, 1)), { timeout: within }).toContain('fan-out')
  const again = await stage.traceOf(once, 7)
  expect(again.filter(({ name }) => name === 'act poll')).toHaveLength(2)
  expect(again.filter(({ name }) => name === 'append')).toHaveLength(1)
  const [refused] = (await stage.traceOf(never, 2)).filter(({ parentSpanId }) => parentSpanId === '')
  expect(refused?.attributes['humuus.outcome']).toMatch(/^(?!accepted)\w+$/)
})

test('a tick is a part of the job that asked for it', async () => {
  await using stage = await openStage()
  const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01'
  const tick = (headers: Record<string, string>) =>
    fetch(`${stage.world.server.url}/trpc/internal.tick`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', traceparent, ...headers },
      body: JSON.stringify({ sessionId: stage.sessionId }),
    })
  expect((await tick({ 'x-humuus-worker': 'b'.repeat(32) })).status).toBe(200)
  await expect
    .poll(() => stage.traces.spans.find(({ name }) => name === 'tick'), { timeout: within })
    .toMatchObject({
      traceId: '0af7651916cd43dd8448eb211c80319c',
      parentSpanId: 'b7ad6b7169203331',
    })
  expect((await tick({})).status).toBe(403)
})

test('no trace says what somebody answered, or who they are', async () => {
  await using stage = await openStage()
  const commandId = randomUUID()
  await stage.ann.send(stage.sessionId, vote(0), { commandId, givenAt: Date.now() - 50 })
  await stage.traceOf(commandId, 7)
  const told = JSON.stringify(stage.traces.spans, (_key, value) => (typeof value === 'bigint' ? String(value) : value))
  for (const word of ['Somebody', stage.ann.userId, stage.ann.device.secret, 'choice']) expect(told).not.toContain(word)
  const line = stage.log.lines().find(({ traceId }) => traceId === commandId.replaceAll('-', ''))
  expect(line).toMatchObject({ msg: 'request', path: 'sessions.command', sessionId: stage.sessionId })
})
