import { WrongUse } from '@humuus/args'
import { expect, test } from 'vitest'
import { readArgs } from './args.ts'

const url = 'http://127.0.0.1:3000'

test('address and number of people are all that is needed', () => {
  expect(readArgs(['--url', url, '--participants', '200'], '/here')).toEqual({
    url,
    participants: 200,
    workshop: null,
    seed: expect.any(Number),
    ledger: null,
    json: false,
  })
})

test('workshop, seed, ledger and form can be chosen', () => {
  const args = ['--url', url, '--participants', '5', '--workshop', 'a.json', '--seed', '7', '--ledger', 'l', '--json']
  expect(readArgs(args, '/here')).toEqual({
    url,
    participants: 5,
    workshop: '/here/a.json',
    seed: 7,
    ledger: '/here/l',
    json: true,
  })
})

test.each([
  [['--participants', '5'], '--url is missing'],
  [['--url', url], '--participants is missing'],
  [['--url', 'localhost:3000', '--participants', '5'], '--url is an address'],
  [['--url', 'ftp://a', '--participants', '5'], '--url is an address'],
  [['--url', url, '--participants', 'many'], '--participants is a whole number from 1 to 20000, not "many"'],
  [['--url', url, '--participants', '0'], '--participants is'],
  [['--url', url, '--participants', '20001'], '--participants is'],
  [['--url', url, '--participants', '1.5'], '--participants is'],
  [['--url', url, '--participants', '5', '--seed', '-1'], '--seed'],
  [['--url', url, '--participants', '5', '--sed', '1'], '--sed'],
  [['--url', url, '--participants', '5', 'more'], 'more'],
  [['--url', url, '--participants'], '--participants'],
])('%j is refused in one line that names what is wrong', (args, named) => {
  const read = () => readArgs(args, '/here')
  expect(read).toThrow(WrongUse)
  expect(read).toThrow(named)
  expect(read).toThrow(/^[^\n]+$/)
})
