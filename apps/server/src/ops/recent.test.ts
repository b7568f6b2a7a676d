import { expect, test } from 'vitest'
import { Rate } from './rate.ts'
import { Recent } from './recent.ts'

test('quantiles are those of the last seconds, and of nothing there are none', () => {
  let now = 0
  const recent = new Recent(10_000, () => now)
  expect(recent.quantiles()).toBeNull()
  for (let value = 1; value <= 100; value++) recent.record(value)
  expect(recent.quantiles()).toEqual({ p50: 50, p99: 99 })
  now = 9_000
  recent.record(1_000)
  now = 11_000
  expect(recent.quantiles()).toEqual({ p50: 1_000, p99: 1_000 })
  now = 20_000
  expect(recent.quantiles()).toBeNull()
})

test('of many values the latest count', () => {
  const recent = new Recent(10_000, () => 0)
  for (let value = 0; value < 10_000; value++) recent.record(value)
  expect(recent.quantiles()?.p50).toBe(8_999)
})

test('a rate is that of the last seconds', () => {
  let now = 0
  const rate = new Rate(10_000, () => now)
  expect(rate.perSecond(0)).toBe(0)
  now = 2_000
  expect(rate.perSecond(100)).toBe(50)
  now = 12_000
  expect(rate.perSecond(100)).toBe(0)
  now = 14_000
  expect(rate.perSecond(400)).toBe(25)
})
