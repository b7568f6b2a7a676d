import { expect, test } from 'vitest'
import { seededRandom } from '../index.ts'

test('X-7 numbers by seed are the same again, evenly spread, and others for other seeds', () => {
  const draw = (seed: number | string) => {
    const random = seededRandom(seed)
    return Array.from({ length: 6_000 }, () => random.below(6))
  }
  expect(draw(1)).toEqual(draw(1))
  expect(draw(1)).not.toEqual(draw(2))
  expect(draw('1')).not.toEqual(draw('2'))
  for (const seed of [0, 1, 'a', 'b']) {
    const rolls = draw(seed)
    const counts = [0, 1, 2, 3, 4, 5].map((side) => rolls.filter((roll) => roll === side).length)
    for (const count of counts) expect(Math.abs(count - 1_000)).toBeLessThan(150)
  }
})

test('X-7 there is no picking from nothing', () => {
  expect(() => seededRandom(1).pick([])).toThrow('nothing to pick from')
})
