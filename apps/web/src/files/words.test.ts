import { expect, test } from 'vitest'
import { lengthWords } from './length-words.ts'
import { sizeWords } from './size-words.ts'

test.each([
  [0, '0:00'],
  [6.6, '0:07'],
  [59.7, '1:00'],
  [750, '12:30'],
])('%d seconds are %s', (seconds, words) => {
  expect(lengthWords(seconds)).toBe(words)
})

test.each([
  [1, 'en', '1 kB'],
  [12_300, 'en', '12 kB'],
  [3_440_000, 'de', '3,4 MB'],
  [48_700_000, 'en', '49 MB'],
])('%d bytes are, in "%s", %s', (bytes, language, words) => {
  expect(sizeWords(bytes, language).replace(/\u00a0|\u202f/g, ' ')).toBe(words)
})
