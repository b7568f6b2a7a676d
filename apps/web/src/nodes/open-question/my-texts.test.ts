import { expect, test } from 'vitest'
import { freeSlot, myTexts } from './my-texts.ts'

test('what is on its way is shown in its slot, the newest last', () => {
  const sent = [
    { slot: 1, text: 'rain' },
    { slot: 1, text: 'more rain' },
  ]
  expect(myTexts(['sun', null, null], sent)).toEqual(['sun', 'more rain', null])
})

test('an answer that was taken back is gone at once', () => {
  expect(myTexts(['sun', 'rain', null], [{ slot: 0, text: '' }])).toEqual([null, 'rain', null])
})

test('the next answer takes the first empty slot', () => {
  expect(freeSlot([null, 'rain', null])).toBe(0)
  expect(freeSlot(['sun', 'rain', null])).toBe(2)
  expect(freeSlot(['sun'])).toBeNull()
})
