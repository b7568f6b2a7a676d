import { expect, test } from 'vitest'
import { doorRefusal, entrance } from './entrance.ts'

test.each([
  ['a newcomer is asked for a name', null, false, 'name'],
  ['who left may come back', 'left', false, 'name'],
  ['who is in goes straight in', 'present', false, 'in'],
  ['whose phone slept goes straight in', 'away', false, 'in'],
  ['who was kicked is told', 'kicked', false, 'kicked'],
  ['who was there looks back', 'present', true, 'in'],
  ['whose phone slept at the end looks back', 'away', true, 'in'],
  ['a stranger comes too late', null, true, 'over'],
  ['who left early comes too late', 'left', true, 'over'],
] as const)('%s', (_, standing, isOver, place) => {
  expect(entrance(standing, isOver)).toBe(place)
})

test('a full house is about the door, an empty name is not', () => {
  expect(doorRefusal('session_full')).toBe('session_full')
  expect(doorRefusal('name_empty')).toBeNull()
})
