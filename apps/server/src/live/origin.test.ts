import { expect, test } from 'vitest'
import { isOwnOrigin } from './origin.ts'

test.each([
  ['http://humuus.example', 'humuus.example', true],
  ['https://humuus.example:8443', 'humuus.example:8443', true],
  [undefined, 'humuus.example', true],
  ['https://evil.example', 'humuus.example', false],
  ['https://humuus.example.evil.example', 'humuus.example', false],
  ['null', 'humuus.example', false],
  ['http://humuus.example', undefined, false],
])('origin %s at host %s: %s', (origin, host, expected) => {
  expect(isOwnOrigin(origin, host)).toBe(expected)
})
