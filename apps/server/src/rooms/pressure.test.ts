import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Pressure, stretchAt } from './pressure.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('a server at ease keeps nobody waiting, a full one lets tallies wait for a second', () => {
  expect([0, 0.3, 0.5].map(stretchAt)).toEqual([1, 1, 1])
  expect(stretchAt(0.725)).toBeCloseTo(10.5)
  expect([0.95, 1].map(stretchAt)).toEqual([20, 20])
})

test('it follows how busy the server is, and calms down again', () => {
  let active = 0
  let idle = 0
  const pressure = new Pressure(() => ({ active, idle, utilization: 0 }))
  const pass = (looks: number, share: number) => {
    for (let look = 0; look < looks; look++) {
      active += 500 * share
      idle += 500 * (1 - share)
      vi.advanceTimersByTime(500)
    }
  }
  pass(4, 0.4)
  expect(pressure.stretch).toBe(1)
  pass(1, 1)
  expect(pressure.stretch).toBe(10.5)
  pass(10, 1)
  expect(pressure.stretch).toBeCloseTo(20, 1)
  pass(10, 0.2)
  expect(pressure.stretch).toBeCloseTo(1, 1)
  pressure.stop()
  const before = pressure.stretch
  pass(3, 1)
  expect(pressure.stretch).toBe(before)
})
