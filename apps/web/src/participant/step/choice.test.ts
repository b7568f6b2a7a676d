import { expect, test } from 'vitest'
import { isSameChoice, toggled } from './choice.ts'

test('the order of picking does not matter', () => {
  expect(isSameChoice([0, 2], [2, 0])).toBe(true)
  expect(isSameChoice([0], [0, 2])).toBe(false)
  expect(isSameChoice([], [])).toBe(true)
})

test('an option is picked once, and dropped again', () => {
  expect(toggled([2], 0, true)).toEqual([0, 2])
  expect(toggled([0, 2], 2, true)).toEqual([0, 2])
  expect(toggled([0, 2], 0, false)).toEqual([2])
})
