import { expect, test } from 'vitest'
import { latency } from './latency.ts'

test('percentiles are values that were measured', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index)
  expect(latency(hundred)).toEqual({ count: 100, p50: 50, p99: 99, max: 100 })
  expect(latency([7.123])).toEqual({ count: 1, p50: 7.1, p99: 7.1, max: 7.1 })
})

test('nothing measured is nothing said', () => {
  expect(latency([])).toEqual({ count: 0, p50: null, p99: null, max: null })
})
