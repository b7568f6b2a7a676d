import { WrongUse } from '@humuus/args'
import { expect, test } from 'vitest'
import { readArgs } from './args.ts'
import { scenarios } from './scenarios/index.ts'

const url = 'http://127.0.0.1:3000'
const read = (...args: string[]) => readArgs(args, scenarios)

test('nothing at all plays everything on a system of its own', () => {
  const flags = { list: false, json: false, strict: false }
  expect(read()).toEqual({ url: null, also: null, restart: null, chosen: scenarios, ...flags })
})

test('an installation, its other server and how to restart it can be given', () => {
  expect(read('--url', `${url}/`, '--also', 'https://b.example', '--restart', 'kill it', '--strict')).toMatchObject({
    url,
    also: 'https://b.example',
    restart: 'kill it',
    strict: true,
  })
})

test('scenarios are chosen by name, in whatever letters', () => {
  expect(read('--only', 'c7, C3').chosen.map(({ id }) => id)).toEqual(['C3', 'C7'])
})

test.each([
  [['--only', 'C13'], 'there is no "C13"'],
  [['--only', ''], 'there is no ""'],
  [['--url', 'localhost'], '--url is an address'],
  [['--url', url, '--also', 'ftp://a'], '--also is an address'],
  [['--also', url], 'belong to a --url'],
  [['--restart', 'x'], 'belong to a --url'],
  [['--url', url, '--restart', ' '], '--restart is a command'],
  [['--url'], '--url'],
  [['--jsn'], '--jsn'],
])('%j is refused in one line that names what is wrong', (args, named) => {
  expect(() => read(...args)).toThrow(WrongUse)
  expect(() => read(...args)).toThrow(named)
  expect(() => read(...args)).toThrow(/^[^\n]+$/)
})
