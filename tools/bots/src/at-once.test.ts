import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { atOnce } from './at-once.ts'

test('everything is done, in the order of the items, and never too much at once', async () => {
  let running = 0
  let most = 0
  const results = await atOnce(3, [5, 1, 4, 2, 3, 1], async (ms, index) => {
    most = Math.max(most, ++running)
    await sleep(ms)
    running--
    return `${index}: ${ms}`
  })
  expect(results).toEqual(['0: 5', '1: 1', '2: 4', '3: 2', '4: 3', '5: 1'])
  expect(most).toBe(3)
})

test('the first failure is told', async () => {
  await expect(
    atOnce(2, [1, 2, 3], (item) => (item === 2 ? Promise.reject(new Error('two')) : Promise.resolve())),
  ).rejects.toThrow('two')
})
