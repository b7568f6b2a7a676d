import { connect } from '@humuus/client'
import { expect, test } from 'vitest'
import { openWorld, vote } from './testing/world.ts'

const within = 10_000

test.each(['websocket', 'http'] as const)('a workshop from start to finish over %s', async (transport) => {
  await using world = await openWorld()
  const { sessionId, code, screenKey, host, command } = await world.hosted()
  const console = host.watch({ sessionId, role: 'host' })
  const ann = await world.person({ transport })
  const ben = await world.person({ transport })

  expect(await ann.trpc.sessions.lookup.query({ code })).toMatchObject({ sessionId, title: 'World', host: 'Hal' })
  await ann.join(code, 'Kim')
  await ben.join(code, 'Kim')
  const annSees = ann.watch({ sessionId, role: 'participant' })
  const benSees = ben.watch({ sessionId, role: 'participant' })
  const screen = ben.watch({ sessionId, role: 'screen', screenKey })
  expect((await benSees.until(({ own }) => own !== null, within)).own?.name).toBe('Kim 2')
  expect((await screen.until(({ shared }) => shared.arrivals.length === 2, within)).shared.phase).toBe('lobby')

  await command({ type: 'start' })
  await annSees.until(({ shared }) => shared.step?.nodeId === 'mood', within)
  expect(await ann.send(sessionId, vote(0))).toMatchObject({ ok: true })
  expect(await ben.send(sessionId, vote(1))).toMatchObject({ ok: true })
  expect(await ben.send(sessionId, vote(0))).toMatchObject({ ok: true })
  await console.until(({ shared }) => shared.done === 2, within)
  expect(annSees.state?.shared.step?.content).toMatchObject({ results: null })

  await command({ type: 'reveal', nodeId: 'mood' })
  const shown = await annSees.until(({ shared }) => shared.step?.phase === 'revealed', within)
  expect(shown.shared.step?.content).toMatchObject({ results: { counts: [2, 0], votes: 2 } })

  await command({ type: 'next', from: 'mood' })
  const answer = (choice: number) =>
    ({ type: 'act', nodeId: 'sum', node: 'quiz', act: { type: 'answer', choice: [choice] } }) as const
  await ann.send(sessionId, { ...answer(0), act: { type: 'answer', choice: [0] } })
  await ben.send(sessionId, { ...answer(1), act: { type: 'answer', choice: [1] } })
  await command({ type: 'reveal', nodeId: 'sum' })
  await annSees.until(({ own }) => own?.place === 1 && (own?.stepPoints ?? 0) > 900, within)
  await benSees.until(({ own }) => own?.place === 2 && own?.stepPoints === 0, within)

  await command({ type: 'next', from: 'sum' })
  const end = await annSees.until(({ shared }) => shared.phase === 'completed', within)
  expect(end.own?.kept).toHaveLength(2)

  const report = await host.trpc.sessions.report.query({ sessionId })
  expect(report.people.map(({ name, place }) => [name, place])).toEqual([
    ['Kim', 1],
    ['Kim 2', 2],
  ])
  expect(await ann.trpc.sessions.lookup.query({ code })).toMatchObject({ status: 'completed' })
})

test('whoever comes back with the same phone is the same person, with the score', async () => {
  await using world = await openWorld()
  const { sessionId, code, command } = await world.hosted()
  const ann = await world.person()
  await ann.join(code, 'Ann')
  await command({ type: 'start' })
  await ann.send(sessionId, vote(1))
  await ann.close()
  await using again = await connect({ url: world.server.url, device: ann.device })
  const seen = await again.watch({ sessionId, role: 'participant' }).until(({ own }) => own !== null, within)
  expect(seen.own).toMatchObject({ name: 'Ann', step: { choice: [1] } })
})

test('the server restarts in mid-question: views come back, answers are there, nothing has to be done twice', async () => {
  await using world = await openWorld()
  const { sessionId, code, command } = await world.hosted()
  const ann = await world.person()
  await ann.join(code, 'Ann')
  const sees = ann.watch({ sessionId, role: 'participant' })
  await command({ type: 'start' })
  await ann.send(sessionId, vote(1))
  await world.restart()
  expect(await ann.send(sessionId, vote(0))).toMatchObject({ ok: true })
  const state = await sees.until(({ own }) => own?.step?.type === 'poll' && own.step.choice?.[0] === 0, within)
  expect(state.shared.step?.nodeId).toBe('mood')
})

test('the facilitator who arrives opens the lobby', async () => {
  await using world = await openWorld()
  const host = await world.person()
  const [demo] = await host.trpc.workshops.list.query()
  const { sessionId } = await host.trpc.sessions.create.mutate({ workshopId: demo?.id ?? '', hostName: '' })
  const seen = await host.watch({ sessionId, role: 'host' }).until(({ shared }) => shared.phase === 'lobby', within)
  expect(seen.shared.primary).toBe('start')
})

test('somebody whose phone dies is away after the grace, and present again when back', async () => {
  await using world = await openWorld()
  const { sessionId, code, host } = await world.hosted()
  const people = host.watch({ sessionId, role: 'host' })
  const ann = await world.person()
  await ann.join(code, 'Ann')
  ann.watch({ sessionId, role: 'participant' })
  await people.until(({ shared }) => shared.present === 1, within)
  await ann.close()
  await people.until(({ shared }) => shared.people[ann.userId]?.standing === 'away', 15_000)
  await using again = await connect({ url: world.server.url, device: ann.device })
  again.watch({ sessionId, role: 'participant' })
  await people.until(({ shared }) => shared.people[ann.userId]?.standing === 'present', within)
})
