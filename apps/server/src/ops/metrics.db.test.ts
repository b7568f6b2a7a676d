import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { openWorld, vote, type World } from '../testing/world.ts'

const within = 10_000
const token = 'a token for those who look'

/** What only Linux tells of a process. */
const onLinuxAlone = /^process_(open_fds|max_fds|virtual_memory_bytes|heap_bytes)$/

async function metricsOf(world: World, headers: Record<string, string> = {}): Promise<string> {
  const answer = await fetch(`${world.server.url}/metrics`, { headers })
  expect(answer.headers.get('content-type')).toContain('text/plain')
  return answer.text()
}

/** The value of one series. */
const figure = (text: string, series: string): number => {
  const line = text.split('\n').find((one) => one.startsWith(`${series} `))
  return Number(line?.slice(series.length + 1) ?? Number.NaN)
}

test('docs/metrics.md names what a running server tells, and nothing else', async () => {
  await using world = await openWorld()
  const page = readFileSync(new URL('../../../../docs/metrics.md', import.meta.url), 'utf8')
  const rows = (heading: string): string[][] => {
    const [, part = ''] = new RegExp(`## ${heading}\\n([\\s\\S]*?)\\n## `).exec(page) ?? []
    return [...part.matchAll(/^\| `([a-z]\w+)`\s*\| (\w+)\s*\|/gm)].map(([, name = '', type = '']) => [name, type])
  }
  const documented = [...rows('The server'), ...rows('Every process')].filter(
    ([name = '']) => process.platform === 'linux' || !onLinuxAlone.test(name),
  )
  const told = [...(await metricsOf(world)).matchAll(/^# TYPE (\w+) (\w+)$/gm)].map(([, name, type]) => [name, type])
  expect(documented.map((row) => row.join(' ')).sort()).toEqual(told.map((row) => row.join(' ')).sort())
  expect(told.length).toBeGreaterThan(30)
})

test('the numbers follow a workshop, and none is about one session or person', async () => {
  await using world = await openWorld()
  const { sessionId, code, command, host } = await world.hosted()
  const console = host.watch({ sessionId, role: 'host' })
  const [ann, ben] = [await world.person(), await world.person({ transport: 'http' })]
  await ann.join(code, 'Ann')
  await ben.join(code, 'Ben')
  const seen = ann.watch({ sessionId, role: 'participant' })
  ben.watch({ sessionId, role: 'participant' })
  await command({ type: 'start' })
  await seen.until(({ shared }) => shared.step?.nodeId === 'mood', within)
  expect(await ann.send(sessionId, vote(0))).toMatchObject({ ok: true })
  expect(await ben.send(sessionId, vote(9))).toMatchObject({ ok: false })
  await console.until(({ shared }) => shared.done === 1, within)

  const text = await metricsOf(world)
  expect(figure(text, 'humuus_sessions{phase="active"}')).toBe(1)
  expect(figure(text, 'humuus_people')).toBe(3)
  expect(figure(text, 'humuus_views{role="participant",transport="websocket"}')).toBe(1)
  expect(figure(text, 'humuus_views{role="participant",transport="event_stream"}')).toBe(1)
  expect(figure(text, 'humuus_views{role="host",transport="websocket"}')).toBe(1)
  expect(figure(text, 'humuus_websockets')).toBe(2)
  expect(figure(text, 'humuus_views_opened_total{cursor="new"}')).toBe(3)
  // Lobby, two who join, start, a vote: and who is here.
  expect(figure(text, 'humuus_commands_total{outcome="accepted"}')).toBe(5)
  expect([...text.matchAll(/humuus_commands_total\{outcome="(?!accepted)\w+"\} 1/g)]).toHaveLength(1)
  expect(figure(text, 'humuus_versions_total')).toBeGreaterThanOrEqual(6)
  expect(figure(text, 'humuus_append_versions_sum')).toBe(figure(text, 'humuus_versions_total'))
  expect(figure(text, 'humuus_append_seconds_count')).toBe(figure(text, 'humuus_append_versions_count'))
  expect(figure(text, 'humuus_messages_total{kind="snapshot"}')).toBe(3)
  expect(figure(text, 'humuus_messages_total{kind="delta"}')).toBeGreaterThan(3)
  expect(figure(text, 'humuus_sent_bytes_total')).toBeGreaterThan(1_000)
  expect(figure(text, 'humuus_database_up')).toBe(1)
  expect(figure(text, 'humuus_bus_up')).toBe(1)
  expect(figure(text, 'humuus_jobs{queue="node-timers",state="failed"}')).toBe(0)
  expect(figure(text, 'humuus_requests_total{outcome="ok"}')).toBeGreaterThan(5)
  expect(text).not.toContain(sessionId)
  expect(text).not.toContain(ann.userId)

  ann.drop()
  await seen.until(({ shared }) => shared.phase === 'active', within)
  await expect
    .poll(async () => figure(await metricsOf(world), 'humuus_views_opened_total{cursor="returning"}'), {
      timeout: within,
    })
    .toBe(1)
})

test('a database that is away is told, and nobody waits for the queues', async () => {
  await using world = await openWorld()
  await world.hosted()
  world.wire.cut()
  await expect.poll(async () => figure(await metricsOf(world), 'humuus_database_up'), { timeout: 20_000 }).toBe(0)
  const began = performance.now()
  expect(await metricsOf(world)).not.toContain('humuus_jobs{')
  expect(performance.now() - began).toBeLessThan(5_000)
  world.wire.mend()
})

test('metrics are for this machine, or for whoever shows the token', async () => {
  await using world = await openWorld()
  const statusOf = async (url: string, headers: Record<string, string>) => {
    const answer = await fetch(`${url}/metrics`, { headers })
    return [answer.status, (await answer.text()).includes('humuus_')]
  }
  expect(await statusOf(world.server.url, {})).toEqual([200, true])
  expect(await statusOf(world.server.url, { 'x-forwarded-for': '203.0.113.7' })).toEqual([403, false])
  await using guarded = await openWorld({ METRICS_TOKEN: token })
  expect(await statusOf(guarded.server.url, {})).toEqual([403, false])
  expect(await statusOf(guarded.server.url, { authorization: `Bearer ${token}` })).toEqual([200, true])
  await using proxied = await openWorld({ TRUST_PROXY: 1 })
  expect(await statusOf(proxied.server.url, {})).toEqual([403, false])
})
