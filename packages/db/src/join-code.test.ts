import { expect, it } from 'vitest'
import { isJoinCode, randomJoinCode } from './join-code.ts'

it('a join code has six digits, leading zeros included', () => {
  const codes = Array.from({ length: 5_000 }, randomJoinCode)
  expect(codes.every(isJoinCode)).toBe(true)
  expect(codes.some((code) => code.startsWith('0'))).toBe(true)
})

it('join codes are spread: five thousand of a million hardly ever meet', () => {
  // Twelve pairs are expected; a hundred happen once in far more runs than there will be.
  const codes = new Set(Array.from({ length: 5_000 }, randomJoinCode))
  expect(codes.size).toBeGreaterThan(4_900)
})
