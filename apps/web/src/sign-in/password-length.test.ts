import { expect, it } from 'vitest'
import { passwordLength } from './password-length.ts'

it.each([
  ['', { length: 0, tooFew: 10, tooMany: 0 }],
  ['123456789', { length: 9, tooFew: 1, tooMany: 0 }],
  ['1234567890', { length: 10, tooFew: 0, tooMany: 0 }],
  ['🌱'.repeat(10), { length: 10, tooFew: 0, tooMany: 0 }],
  ['x'.repeat(128), { length: 128, tooFew: 0, tooMany: 0 }],
  ['x'.repeat(130), { length: 130, tooFew: 0, tooMany: 2 }],
])('of a password like "%s" it is said what is missing', (password, said) => {
  expect(passwordLength(password)).toEqual(said)
})
