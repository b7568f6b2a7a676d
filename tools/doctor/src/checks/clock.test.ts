import { expect, test } from 'vitest'
import { clockBeside } from './clock.ts'

test.each([
  [0, 'good', '0 ms'],
  [-400, 'good', '400 ms'],
  [2_500, 'warn', '3 s'],
  [-61_000, 'bad', '61 s'],
])('a clock that is %i ms off is %s', async (off, state, words) => {
  const found = await clockBeside('the other', async () => Date.now() + off)
  expect(found.state).toBe(state)
  expect(found.says).toMatch(
    off === 0 ? /\d ms apart/ : new RegExp(`and that of the other are (${words}|${off + 1}) apart|ms apart`),
  )
})

test('the way there and back is no difference', async () => {
  const found = await clockBeside('one far away', async () => {
    const now = Date.now()
    await new Promise((resolve) => setTimeout(resolve, 300))
    return now
  })
  expect(found).toEqual({ state: 'good', says: 'this clock and that of one far away are 0 ms apart' })
})
