import { expect, test } from 'vitest'
import { ownPage } from './origin.ts'

test.each([
  ['http://humuus.example', 'humuus.example', true],
  ['https://humuus.example:8443', 'humuus.example:8443', true],
  [undefined, 'humuus.example', true],
  ['https://evil.example', 'humuus.example', false],
  ['https://humuus.example.evil.example', 'humuus.example', false],
  ['null', 'humuus.example', false],
  ['http://humuus.example', undefined, false],
  ['https://public.example', 'inside:3000', true],
])('origin %s at host %s: %s', (origin, host, expected) => {
  expect(ownPage('https://public.example/somewhere')({ origin, host })).toBe(expected)
})

test('a browser that hides the origin still says that it comes from elsewhere', () => {
  expect(ownPage(undefined)({ host: 'humuus.example', 'sec-fetch-site': 'cross-site' })).toBe(false)
  expect(ownPage(undefined)({ host: 'humuus.example', 'sec-fetch-site': 'same-origin' })).toBe(true)
})
