import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { graceMs, Presence, type Whereabouts } from './presence.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function watched() {
  const told: Whereabouts[] = []
  return { told, presence: new Presence((whereabouts) => void told.push(whereabouts)) }
}

test('arrivals of one moment are told together', () => {
  const { told, presence } = watched()
  presence.arrive('ann')
  presence.arrive('ben')
  vi.advanceTimersByTime(1_000)
  expect(told).toEqual([{ present: ['ann', 'ben'], away: [] }])
})

test('a short drop is nobody else’s business', () => {
  const { told, presence } = watched()
  presence.arrive('ann')
  vi.advanceTimersByTime(1_000)
  presence.depart('ann')
  vi.advanceTimersByTime(graceMs - 1)
  presence.arrive('ann')
  vi.advanceTimersByTime(60_000)
  expect(told.flatMap(({ away }) => away)).toEqual([])
})

test('who stays away longer than the grace is away', () => {
  const { told, presence } = watched()
  presence.arrive('ann')
  presence.depart('ann')
  vi.advanceTimersByTime(graceMs + 200)
  expect(told.at(-1)).toEqual({ present: [], away: ['ann'] })
})

test('two tabs are one person: closing one changes nothing', () => {
  const { told, presence } = watched()
  presence.arrive('ann')
  presence.arrive('ann')
  presence.depart('ann')
  vi.advanceTimersByTime(60_000)
  expect(told.flatMap(({ away }) => away)).toEqual([])
})

test('somebody expected who never connects is away', () => {
  const { told, presence } = watched()
  presence.expect('ann')
  vi.advanceTimersByTime(graceMs + 200)
  expect(told).toEqual([{ present: [], away: ['ann'] }])
})

test('a report that did not get through is made again, as things are by then', () => {
  const { told, presence } = watched()
  presence.arrive('ann')
  presence.arrive('ben')
  presence.expect('cem')
  vi.advanceTimersByTime(100)
  const [lost] = told
  presence.depart('ben')
  if (lost) presence.sayAgain({ ...lost, away: ['dan'] })
  vi.advanceTimersByTime(1_000)
  expect(told.at(-1)).toEqual({ present: ['ann'], away: ['dan'] })
})

test('whoever is gone again before it is told is in the grace: neither here nor away', () => {
  const { told, presence } = watched()
  presence.arrive('ann')
  presence.depart('ann')
  vi.advanceTimersByTime(1_000)
  expect(told).toEqual([])
})

test('somebody whom another server misses, and who is connected here, is told to be here', () => {
  const { told, presence } = watched()
  presence.arrive('ann')
  vi.advanceTimersByTime(1_000)
  presence.contradict('ann')
  presence.contradict('ben')
  vi.advanceTimersByTime(1_000)
  expect(told.at(-1)).toEqual({ present: ['ann'], away: [] })
  expect(told).toHaveLength(2)
})
