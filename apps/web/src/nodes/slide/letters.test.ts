import { expect, test } from 'vitest'
import { slideLetters } from './letters.ts'

test('few words are large, many stay legible', () => {
  expect(slideLetters('Hello')).toBe(48)
  expect(slideLetters('line\n'.repeat(12))).toBeLessThan(40)
  expect(slideLetters('line\n'.repeat(60))).toBe(28)
})
