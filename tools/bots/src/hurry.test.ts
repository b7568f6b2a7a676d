import { expect, test } from 'vitest'
import { hurried } from './hurry.ts'

test('reading takes as long as it takes', () => {
  expect(hurried(900, { readUntil: 1_000, deadline: 21_000 }, 2_000)).toBe(900)
  expect(hurried(1_000, { readUntil: 1_000, deadline: 21_000 }, 2_000)).toBe(1_000)
})

test('after it, all the time there is passes within the time for answers', () => {
  expect(hurried(3_000, { readUntil: 1_000, deadline: 61_000 }, 2_000)).toBe(61_000)
  expect(hurried(2_000, { readUntil: 1_000, deadline: null }, 2_000)).toBe(11_000)
})

test('nobody is slowed down', () => {
  expect(hurried(1_500, { readUntil: 1_000, deadline: 2_000 }, 2_000)).toBe(1_500)
})
