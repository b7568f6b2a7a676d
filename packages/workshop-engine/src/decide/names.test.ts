import { expect, test } from 'vitest'
import { engine, type StoredAction } from '../index.ts'
import { playWorkshop, steps } from '../testing/index.ts'

const draft = { nodes: [steps.slide()] }

test('N-5 two people never look the same: the second gets a number', () => {
  const play = playWorkshop(draft)
  const names = ['Kim', 'kim', 'Ｋｉｍ', 'K\u200dim', 'Kim 2'].map((name) => play.join(name).sees().me?.name)
  expect(names).toEqual(['Kim', 'kim 2', 'Ｋｉｍ 3', 'K\u200dim 4', 'Kim 2 2'])
})

test('N-5 a thousand people of one name get a thousand names', () => {
  const play = playWorkshop({ ...draft, settings: { maxParticipants: 1_000 } })
  const names = Array.from({ length: 1_000 }, () => play.join('Kim').sees().me?.name)
  expect(new Set(names).size).toBe(1_000)
  expect(names.at(-1)).toBe('Kim 1000')
})

test('N-6 a name that somebody gave up is free, the own one may be kept', () => {
  const play = playWorkshop(draft)
  const ann = play.join('Kim')
  expect(ann.rename('KIM')).toBeNull()
  expect(ann.sees().me?.name).toBe('KIM')
  ann.rename('Ann')
  expect(play.join('Kim').sees().me?.name).toBe('Kim')
  expect(ann.rename('kim')).toBeNull()
  expect(ann.sees().me?.name).toBe('kim 2')
})

test('N-6 whoever left keeps their name', () => {
  const play = playWorkshop(draft)
  play.join('Kim').leave()
  expect(play.join('Kim').sees().me?.name).toBe('Kim 2')
})

test('N-7 people rename themselves, facilitators rename everybody, nobody else does', () => {
  const play = playWorkshop(draft)
  const [ann, bob] = [play.join('Ann'), play.join('Bob')]
  expect(ann.rename('Annabel')).toBeNull()
  expect(play.facilitator.rename(ann, 'Anna')).toBeNull()
  expect(ann.sees().me?.name).toBe('Anna')
  expect(play.consoleOf(bob).rename(ann, 'Eve')).toEqual({ code: 'not_allowed' })
  expect(play.facilitator.rename({ id: 'nobody' }, 'Eve')).toEqual({ code: 'unknown_participant' })
})

test('N-7 a new name is judged like the first, and none is given once the session is over', () => {
  const play = playWorkshop(draft)
  const ann = play.join('Ann')
  expect(ann.rename(' ')).toEqual({ code: 'name_empty' })
  const rows = play.log.length
  expect(ann.rename(' Ann ')).toBeNull()
  expect(play.log).toHaveLength(rows)
  play.facilitator.end()
  expect(ann.rename('Annabel')).toEqual({ code: 'session_over' })
})

test('N-5 whoever looks like somebody gets a number, in whatever script', () => {
  const play = playWorkshop(draft)
  const names = ['TOM', '\u0422\u041e\u041c', 'T0m'].map((name) => play.join(name).sees().me?.name)
  expect(names).toEqual(['TOM', '\u0422\u041e\u041c 2', 'T0m 3'])
})

test('N-8 a name mixed from scripts is refused', () => {
  const play = playWorkshop(draft)
  expect(play.person('K\u0456m').join()).toEqual({ code: 'name_mixed_scripts' })
  expect(play.join('Kim').rename('Kim \u0410')).toEqual({ code: 'name_mixed_scripts' })
})

test('N-9 a log with names that look alike now is read as it is, and goes on', () => {
  const play = playWorkshop(draft)
  const row = (version: number, userId: string, actionType: string, actionData: StoredAction['actionData']) =>
    engine.readEvent({ version, commandId: null, userId, nodeId: '', actionType, actionData, at: version })
  const state = engine.fold(play.state, [
    row(1, 'a', 'joined', { name: 'TOM' }),
    row(2, 'b', 'joined', { name: 'T0M' }),
    row(3, 'c', 'joined', { name: 'K\u0456m' }),
    row(4, 'a', 'renamed', { participantId: 'a', name: 'Ann' }),
    row(5, 'a', 'came_back', { name: 'tom' }),
    row(6, 'b', 'renamed', { participantId: 'b', name: 'Bob' }),
  ])
  expect(state.people.map(({ name }) => name).toObject()).toEqual({ a: 'tom', b: 'Bob', c: 'K\u0456m' })
  const join = { type: 'join', name: 'Tom' } as const
  const decision = engine.decide(state, join, { actor: { kind: 'user', id: 'd' }, now: 9 })
  expect(decision).toMatchObject({ events: [{ data: { name: 'Tom 2' } }] })
})
