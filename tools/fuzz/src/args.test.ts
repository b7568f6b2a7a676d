import { expect, test } from 'vitest'
import { readArgs } from './args.ts'

test('without anything it attacks a server of its own', () => {
  expect(readArgs([])).toMatchObject({ url: null, messages: 10_000, slowReaders: 0, json: false })
})

test('everything can be said', () => {
  const args = ['--messages', '5', '--seed', '7', '--slow-readers', '2', '--url', 'http://127.0.0.1:3000/', '--json']
  expect(readArgs(args)).toEqual({ url: 'http://127.0.0.1:3000', messages: 5, seed: 7, slowReaders: 2, json: true })
})

test.each([
  [['--messages', 'many'], /--messages is a whole number/],
  [['--url', 'localhost'], /--url is an address/],
  [['--what'], /--what/],
])('%j is refused in a line', (args, words) => {
  expect(() => readArgs(args)).toThrow(words)
})
