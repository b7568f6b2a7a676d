import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Rota } from './rota.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('each has its turn as often as the others, a few at a time, also who comes in between', () => {
  const turns: { readonly name: string; readonly at: number }[] = []
  const rota = new Rota<{ name: string }>(3_000, 50, ({ name }) => {
    turns.push({ name, at: Date.now() })
    return true
  })
  for (let index = 0; index < 600; index++) rota.add({ name: `early ${index}` })
  vi.advanceTimersByTime(1_510)
  rota.add({ name: 'late' })
  vi.advanceTimersByTime(9_000)
  rota.stop()
  const counts = new Map<number, number>()
  for (const { at } of turns) counts.set(at, (counts.get(at) ?? 0) + 1)
  expect(Math.max(...counts.values())).toBe(11)
  for (const name of ['early 0', 'early 59', 'early 300', 'late']) {
    const at = turns.filter((turn) => turn.name === name).map((turn) => turn.at)
    expect(at.length).toBeGreaterThanOrEqual(3)
    expect(new Set(at.slice(1).map((moment, index) => moment - (at[index] ?? 0)))).toEqual(new Set([3_000]))
  }
})

test('who is gone is forgotten, and nobody has a turn once it is stopped', () => {
  const turns: string[] = []
  const rota = new Rota<{ name: string }>(100, 50, ({ name }) => {
    turns.push(name)
    return name !== 'gone'
  })
  rota.add({ name: 'gone' })
  rota.add({ name: 'here' })
  vi.advanceTimersByTime(300)
  rota.stop()
  vi.advanceTimersByTime(300)
  expect(turns).toEqual(['gone', 'here', 'here', 'here'])
})
