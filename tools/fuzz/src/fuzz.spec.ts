import { expect, test } from 'vitest'
import { fuzz } from './fuzz.ts'

test('a server that is attacked stands, gives its memory back, and those who work with it notice nothing', async () => {
  const outcome = await fuzz({ url: null, messages: 2_000, seed: 1, slowReaders: 0 }, () => {})
  expect(outcome.faults).toEqual([])
  expect(outcome.guests.votes).toBeGreaterThan(20)
  // It did attack: requests were refused for what is wrong with them, frames and floods ended their connections.
  expect(outcome.refusals.malformed).toBeGreaterThan(100)
  expect(outcome.ends['4008']).toBeGreaterThan(0)
  expect(Object.keys(outcome.ends)).toEqual(expect.arrayContaining(['1002', 'HTTP 400']))
})
