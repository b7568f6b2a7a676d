import { expect, test } from 'vitest'
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
