import { WrongUse } from '@humuus/args'
import { expect, test } from 'vitest'
import { readArgs } from './args.ts'

const now = Date.parse('2026-11-24T12:00:00Z')
const read = (...args: string[]) => readArgs(args, '/here', now)

test('without anything sessions are listed', () => {
  expect(read()).toEqual({ session: null, all: false, since: undefined, ledger: null, json: false })
})

test('a session, a ledger and the form can be named', () => {
  const options = { session: '123456', all: false, since: undefined, ledger: '/here/a.jsonl', json: true }
  expect(read('123456', '--ledger', 'a.jsonl', '--json')).toEqual(options)
})

test.each([
  ['2026-11-01', '2026-11-01T00:00:00Z'],
  ['2026-11-01T08:30:00Z', '2026-11-01T08:30:00Z'],
  ['7d', '2026-11-17T12:00:00Z'],
  ['12h', '2026-11-24T00:00:00Z'],
  ['30m', '2026-11-24T11:30:00Z'],
])('--since %s is %s', (since, moment) => {
  expect(read('--all', '--since', since)).toMatchObject({ all: true, since: Date.parse(moment) })
})

test.each([
  [['a', 'b'], 'one session at a time, not 2'],
  [['a', '--all'], 'not both'],
  [['a', '--since', '7d'], '--since goes with'],
  [['--ledger', 'a'], '--ledger needs a session'],
  [['--since', 'yesterday'], '--since is a date'],
  [['--since', '7 days'], '--since is a date'],
  [['--al'], '--al'],
  [['--ledger'], '--ledger'],
])('%j is refused in one line that names what is wrong', (args, named) => {
  expect(() => read(...args)).toThrow(WrongUse)
  expect(() => read(...args)).toThrow(named)
  expect(() => read(...args)).toThrow(/^[^\n]+$/)
})
