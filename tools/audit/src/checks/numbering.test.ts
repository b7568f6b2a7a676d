import type { StoredAction } from '@humuus/workshop-engine'
import { expect, test } from 'vitest'
import { aLog } from '../testing/a-log.ts'
import { checkNumbering } from './numbering.ts'

test('a log from 1 to its head without holes is in order', () => {
  expect(checkNumbering(aLog(5), 5)).toEqual([])
  expect(checkNumbering([], 0)).toEqual([])
})

test('missing rows are named, within and at the end', () => {
  const log = aLog(9).filter(({ version }) => ![1, 4, 5, 9].includes(version))
  expect(checkNumbering(log, 9)).toEqual(['version 1 is missing', 'version 4–5 is missing', 'version 9 is missing'])
})

test('rows beyond the head and rows that stand twice are named', () => {
  expect(checkNumbering(aLog(3), 2)).toEqual(["the log goes to version 3, the session's row to 2"])
  const [first, second] = aLog(2) as [StoredAction, StoredAction]
  expect(checkNumbering([first, second, { ...second, commandId: null }], 2)).toEqual(['version 2 stands twice'])
})

test('time that runs backwards is named', () => {
  const log = aLog(3).map((row) => (row.version === 3 ? { ...row, at: 0 } : row))
  expect(checkNumbering(log, 3)).toEqual(['time runs backwards at version 3'])
})

test('a command that stands twice is named with both places', () => {
  const log = aLog(3).map((row) => ({ ...row, commandId: row.version === 2 ? null : 'same' }))
  expect(checkNumbering(log, 3)).toEqual(['command same stands twice, at versions 1 and 3'])
})
