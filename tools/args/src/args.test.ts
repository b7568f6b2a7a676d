import { expect, test } from 'vitest'
import { address, parsed, WrongUse, wholeNumber } from './index.ts'

const usage = 'npm run play -- [--seed S] [--json]'
const read = (...args: string[]) =>
  parsed(args, usage, { options: { seed: { type: 'string' }, json: { type: 'boolean' } } }).values

test('what is asked for is read', () => {
  expect(read('--seed', '7', '--json')).toEqual({ seed: '7', json: true })
  expect(read()).toEqual({})
})

test.each([[['--speed', '7']], [['7']], [['--seed']]])('of %j it is said in one line how it is used', (args) => {
  expect(() => read(...args)).toThrow(WrongUse)
  expect(() => read(...args)).toThrow(usage)
  expect(() => read(...args)).not.toThrow(/\n/)
})

test('a whole number is within its bounds', () => {
  expect(wholeNumber('--seed', '0', 0, 9)).toBe(0)
  for (const text of ['10', '-1', '1.5', '', ' 1', '1e0'])
    expect(() => wholeNumber('--seed', text, 0, 9)).toThrow(`--seed is a whole number from 0 to 9, not "${text}"`)
})

test('an address is one of the web, and ends without a slash', () => {
  expect(address('--url', 'https://humuus.example/')).toBe('https://humuus.example')
  for (const text of ['humuus.example', 'ftp://humuus.example', ''])
    expect(() => address('--url', text)).toThrow(WrongUse)
})
