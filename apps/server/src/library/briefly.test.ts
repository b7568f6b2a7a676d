import { expect, test, vi } from 'vitest'
import { briefly } from './briefly.ts'

test('who asks the same within a moment is given one answer, who asks later a new one', async () => {
  vi.useFakeTimers({ toFake: ['performance'] })
  let asked = 0
  const ask = briefly(async (key) => `${key} ${++asked}`, 1_000)
  expect(await Promise.all([ask('a'), ask('a'), ask('b')])).toEqual(['a 1', 'a 1', 'b 2'])
  vi.advanceTimersByTime(1_001)
  expect(await ask('a')).toBe('a 3')
  vi.useRealTimers()
})

test('a failure is asked again', async () => {
  let asked = 0
  const ask = briefly(async () => {
    if (++asked === 1) throw new Error('away')
    return asked
  }, 60_000)
  await expect(ask('a')).rejects.toThrow('away')
  expect(await ask('a')).toBe(2)
})
