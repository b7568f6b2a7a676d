import { expect, test } from 'vitest'
import { throttleErrors } from './throttle-errors.ts'

test('an outage is told once in a while, another error at once', () => {
  let now = 0
  const told: string[] = []
  const tell = throttleErrors(
    (error) => void told.push(error.message),
    10_000,
    () => now,
  )
  for (; now < 25_000; now += 1_000) tell(new Error('away'))
  tell(new Error('full'))
  expect(told).toEqual(['away', 'away', 'away', 'full'])
})
