import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { consolePulseMs, Pulse, phonePulseMs, pulseMs } from './pulse.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'], now: 1_000_000 }))
afterEach(() => void vi.useRealTimers())

function pulseOf(intervalMs: () => number) {
  let fired = 0
  vi.advanceTimersByTime(10_000)
  const pulse = new Pulse(intervalMs, () => {
    fired++
  })
  return { pulse, fired: () => fired }
}

test('the first change is told at once, those that follow together, and a step without delay', () => {
  const { pulse, fired } = pulseOf(() => pulseMs)
  pulse.beat(false)
  expect(fired()).toBe(1)
  for (let change = 0; change < 20; change++) pulse.beat(false)
  expect(fired()).toBe(1)
  vi.advanceTimersByTime(pulseMs)
  expect(fired()).toBe(2)
  pulse.beat(false)
  pulse.beat(true)
  expect(fired()).toBe(3)
  vi.advanceTimersByTime(10 * pulseMs)
  expect(fired()).toBe(3)
})

test('the larger the room, the calmer its phones, and none waits longer than a second', () => {
  expect([1, 30, 500].map((watchers) => phonePulseMs(watchers))).toEqual([pulseMs, pulseMs, pulseMs])
  expect(phonePulseMs(5_000)).toBe(500)
  expect(phonePulseMs(50_000)).toBe(1_000)
  expect(phonePulseMs(30, 4)).toBe(4 * pulseMs)
  expect(phonePulseMs(5_000, 20)).toBe(1_000)
  const { pulse, fired } = pulseOf(() => phonePulseMs(50_000))
  pulse.beat(false)
  pulse.beat(false)
  vi.advanceTimersByTime(999)
  expect(fired()).toBe(1)
  vi.advanceTimersByTime(1)
  expect(fired()).toBe(2)
})

test('a console is told less often, the more people it lists', () => {
  expect([1, 2_000, 5_000, 100_000].map(consolePulseMs)).toEqual([pulseMs, pulseMs, 125, 250])
})

test('who asks for the next beat does not miss one that came meanwhile', async () => {
  const { pulse } = pulseOf(() => pulseMs)
  const before = pulse.count
  pulse.beat(true)
  await expect(pulse.after(before, new AbortController().signal)).resolves.toBeUndefined()
})
