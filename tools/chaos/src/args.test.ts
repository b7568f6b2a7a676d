import { WrongUse } from '@humuus/args'
import { expect, test } from 'vitest'
import { readArgs } from './args.ts'

test('everything has a default', () => {
  expect(readArgs([])).toEqual({ minutes: 5, seed: expect.any(Number), sessions: 3, people: [10, 30], json: false })
})

test('everything can be chosen', () => {
  const args = ['--minutes', '0.5', '--seed', '7', '--sessions', '2', '--people', '3-4', '--json']
  expect(readArgs(args)).toEqual({ minutes: 0.5, seed: 7, sessions: 2, people: [3, 4], json: true })
})

test.each([
  [['--minutes', 'long'], '--minutes is a number from 0.1 to 1440, not "long"'],
  [['--minutes', '0'], '--minutes is'],
  [['--seed', '1.5'], '--seed is a whole number'],
  [['--seed', '-1'], '--seed'],
  [['--sessions', '0'], '--sessions is'],
  [['--people', '30-10'], '--people is'],
  [['--people', '10'], '--people is'],
  [['--sed', '1'], '--sed'],
  [['more'], 'more'],
])('%j is refused in one line that names what is wrong', (args, named) => {
  expect(() => readArgs(args)).toThrow(WrongUse)
  expect(() => readArgs(args)).toThrow(named)
  expect(() => readArgs(args)).toThrow(/^[^\n]+$/)
})
