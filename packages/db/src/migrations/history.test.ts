import { describe, expect, it } from 'vitest'
import { compareHistory } from './history.ts'

const migration = (name: string) => ({
  name,
  sql: '',
  checksums: [`sum of ${name}`, `sum of ${name} with other line ends`],
})
const row = (name: string, over: { checksum?: string; finished?: boolean } = {}) => ({
  name,
  checksum: `sum of ${name}`,
  finished: true,
  ...over,
})
const agreed = { pending: [], unknown: [], edited: [] }

describe('a database’s history beside the folder of migrations', () => {
  it.each([
    ['agrees', ['a', 'b'], [row('a'), row('b')], agreed],
    [
      'agrees after a checkout with other line ends',
      ['a'],
      [row('a', { checksum: 'sum of a with other line ends' })],
      agreed,
    ],
    ['is empty at first', ['a', 'b'], [], { ...agreed, pending: ['a', 'b'] }],
    ['is behind', ['a', 'b', 'c'], [row('a')], { ...agreed, pending: ['b', 'c'] }],
    ['is ahead', ['a'], [row('a'), row('z')], { ...agreed, unknown: ['z'] }],
    ['was applied from another text', ['a'], [row('a', { checksum: '?' })], { ...agreed, edited: ['a'] }],
    ['was interrupted', ['a'], [row('a', { finished: false })], { ...agreed, pending: ['a'] }],
    [
      'was interrupted and the text repaired since',
      ['a'],
      [row('a', { finished: false, checksum: '?' })],
      { ...agreed, pending: ['a'] },
    ],
  ])('%s', (_, names, rows, difference) => {
    expect(compareHistory(names.map(migration), rows)).toEqual(difference)
  })
})
