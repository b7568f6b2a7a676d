import { expect, test } from 'vitest'
import { Lateness } from './lateness.ts'

test('the summary says how many timers there were and how late', () => {
  const lateness = new Lateness()
  for (let ms = 100; ms >= 1; ms--) lateness.record(ms)
  expect(lateness.summary()).toEqual({ count: 100, p50: 50, p99: 99, max: 100 })
})

test('one timer is median and worst at once', () => {
  const lateness = new Lateness()
  lateness.record(3)
  expect(lateness.summary()).toEqual({ count: 1, p50: 3, p99: 3, max: 3 })
})

test('a report begins anew, and nothing is no report', () => {
  const lateness = new Lateness()
  expect(lateness.take()).toBeNull()
  lateness.record(900)
  lateness.take()
  lateness.record(2)
  expect(lateness.take()).toEqual({ count: 1, p50: 2, p99: 2, max: 2 })
})

test('a stormy minute forgets the oldest timers, but neither their number nor the worst', () => {
  const lateness = new Lateness()
  lateness.record(60_000)
  for (let n = 0; n < 25_000; n++) lateness.record(n < 10_000 ? 500 : 4)
  expect(lateness.summary()).toEqual({ count: 25_001, p50: 4, p99: 4, max: 60_000 })
})
