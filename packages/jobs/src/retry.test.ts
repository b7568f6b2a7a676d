import { expect, test } from 'vitest'
import { attempts, pauseAfter } from './retry.ts'

const total = (random: () => number) =>
  Array.from({ length: attempts - 1 }, (_, n) => pauseAfter(n + 1, random)).reduce((sum, pause) => sum + pause, 0)

test('a timer outlives ten minutes of a server that is away, whatever the dice say', () => {
  expect(total(() => 0.999_999)).toBeGreaterThan(10 * 60_000)
})

test('a server that is back is asked within five seconds', () => {
  for (const n of [1, 2, 5, 50, attempts]) expect(pauseAfter(n, () => 0)).toBeLessThanOrEqual(5_000)
})

test('the first pauses are short and double, in whole milliseconds', () => {
  expect([1, 2, 3, 4, 5, 6].map((n) => pauseAfter(n, () => 0))).toEqual([250, 500, 1_000, 2_000, 4_000, 5_000])
  expect(Number.isInteger(pauseAfter(1, () => 0.123))).toBe(true)
})
