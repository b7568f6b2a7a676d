import { expect, test } from 'vitest'
import { WishLimit } from './wish-limit.ts'

const tries = (limit: WishLimit, key: string, count: number, now: number) =>
  Array.from({ length: count }, () => limit.take(key, now)).filter(Boolean).length

test('a burst of taps is fine, a hundred at once are not', () => {
  expect(tries(new WishLimit(), 'ann', 100, 0)).toBe(40)
})

test('after a second there is room for twenty more', () => {
  const limit = new WishLimit()
  tries(limit, 'ann', 100, 0)
  expect(tries(limit, 'ann', 100, 1_000)).toBe(20)
})

test('one person’s flood does not slow anybody else', () => {
  const limit = new WishLimit()
  tries(limit, 'ann', 1_000, 0)
  expect(tries(limit, 'ben', 5, 0)).toBe(5)
})
