import { expect, test } from 'vitest'
import { clockFace, remaining, secondsLeft } from './remaining.ts'

const now = () => 1_000_000

test('time left runs to the deadline and stops at zero', () => {
  expect(remaining({ deadline: 1_012_500, now })).toBe(12_500)
  expect(remaining({ deadline: 999_000, now })).toBe(0)
})

test('a pause freezes the time that is left, whatever the clock says', () => {
  expect(remaining({ deadline: 1_001_000, now, pausedWith: 30_000 })).toBe(30_000)
})

test('without a deadline there is no time left to show', () => {
  expect(remaining({ deadline: null, now })).toBeNull()
})

test('the last second stays until it is over', () => {
  expect([1_001, 1_000, 1, 0].map(secondsLeft)).toEqual([2, 1, 1, 0])
})

test.each([
  [0, '0:00'],
  [9, '0:09'],
  [75, '1:15'],
  [3_675, '1:01:15'],
])('%i seconds read %s', (seconds, face) => {
  expect(clockFace(seconds)).toBe(face)
})
