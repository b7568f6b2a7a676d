import { expect, test } from 'vitest'
import { mishapsOf } from './mishaps.ts'

const story = (seed: number, person: number) => {
  const { arrivesAtStep, looksEveryMs, dropsAfterSending, repeatsEarlier } = mishapsOf(seed, person)
  return [arrivesAtStep, looksEveryMs, ...Array.from({ length: 20 }, () => [dropsAfterSending(), repeatsEarlier()])]
}

test('the same seed makes the same mishaps, for each person others', () => {
  expect(story(1, 5)).toEqual(story(1, 5))
  expect(story(1, 5)).not.toEqual(story(2, 5))
  expect(story(1, 5)).not.toEqual(story(1, 6))
})

test('among a hundred people some come late, and most do not', () => {
  const late = Array.from({ length: 100 }, (_, person) => mishapsOf(1, person)).filter((one) => one.arrivesAtStep > 0)
  expect(late.length).toBeGreaterThan(5)
  expect(late.length).toBeLessThan(30)
})
