import type { PageRecord } from '@humuus/db'
import { expect, test } from 'vitest'
import { aLog } from '../testing/a-log.ts'
import { checkPromises, refusedByReason } from './promises.ts'

const log = aLog(3)
const page = (told: Partial<PageRecord>): PageRecord => ({
  ledgerId: 'ledger',
  userId: 'ann',
  issued: 5,
  waiting: 0,
  acknowledged: [],
  refused: [],
  ...told,
})
const refusal = (commandId: string, code: string) => ({ commandId, userId: 'ann', rejection: { code } })

test('promises that the log keeps are in order', () => {
  const pages = [page({ acknowledged: ['command-1', 'command-3'], refused: ['other'] })]
  expect(checkPromises({ log, pages, refusals: [refusal('other', 'paused')] })).toEqual([])
})

test('what was acknowledged and is not in the log is named', () => {
  expect(checkPromises({ log, pages: [page({ acknowledged: ['lost'] })], refusals: [] })).toEqual([
    'command lost was acknowledged to a device of ann and is not in the log',
  ])
})

test('what was refused and is in the log is named, whoever remembers the refusal', () => {
  expect(checkPromises({ log, pages: [page({ refused: ['command-2'] })], refusals: [] })).toEqual([
    'command command-2 was refused to a device of ann and is in the log',
  ])
  expect(checkPromises({ log, pages: [], refusals: [refusal('command-2', 'paused')] })).toEqual([
    'command command-2 was refused for good and is in the log',
  ])
})

test('what a device was told both ways is named', () => {
  const pages = [page({ acknowledged: ['command-1'], refused: ['command-1'] })]
  expect(checkPromises({ log, pages, refusals: [] })).toContain(
    'command command-1 was both acknowledged and refused to a device of ann',
  )
})

test('refusals are summed by reason, the most frequent first', () => {
  const refusals = [refusal('a', 'paused'), refusal('b', 'step_closed'), refusal('c', 'step_closed')]
  expect(Object.entries(refusedByReason(refusals))).toEqual([
    ['step_closed', 2],
    ['paused', 1],
  ])
  expect(refusedByReason([{ commandId: 'd', userId: 'ann', rejection: null }])).toEqual({ 'without a reason': 1 })
})
