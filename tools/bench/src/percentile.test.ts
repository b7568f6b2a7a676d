import { expect, test } from 'vitest'
import { median, percentile } from './percentile.ts'

test('percentiles are values that occurred, whatever the order', () => {
  const values = [5, 1, 4, 2, 3]
  expect(percentile(values, 0.99)).toBe(5)
  expect(percentile(values, 0)).toBe(1)
  expect(median(values)).toBe(3)
  expect(median([])).toBeNaN()
})
