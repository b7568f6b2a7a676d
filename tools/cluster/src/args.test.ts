import { WrongUse } from '@humuus/args'
import { expect, test } from 'vitest'
import { readArgs } from './args.ts'

test('everything has a default', () => {
  expect(readArgs([])).toEqual({ servers: 3, port: 3_000, killEvery: null })
})

test('everything can be chosen', () => {
  const args = ['--servers', '5', '--port', '4000', '--kill-every', '20']
  expect(readArgs(args)).toEqual({ servers: 5, port: 4_000, killEvery: 20 })
})

test.each([
  [['--servers', '0'], '--servers is a whole number from 1 to 16, not "0"'],
  [['--servers', 'three'], '--servers is'],
  [['--port', '70000'], '--port is'],
  [['--kill-every', '0.5'], '--kill-every is'],
  [['--severs', '3'], '--severs'],
  [['more'], 'more'],
])('%j is refused in one line that names what is wrong', (args, named) => {
  expect(() => readArgs(args)).toThrow(WrongUse)
  expect(() => readArgs(args)).toThrow(named)
  expect(() => readArgs(args)).toThrow(/^[^\n]+$/)
})
