import type { CommandResult } from '@humuus/api'
import type { RejectionCode } from '@humuus/workshop-engine'
import { expect, test } from 'vitest'
import { aLog } from '../testing/a-log.ts'
import { checkLedger } from './ledger.ts'

const log = aLog(3)
const yes = (version: number): CommandResult => ({ ok: true, version })
const no = (code: RejectionCode): CommandResult => ({ ok: false, rejection: { code } })
const check = (commandId: string, ...answers: CommandResult[]) =>
  checkLedger([{ sessionId: 's', commandId, by: 'ann', answers }], log)

test('what the log holds as it was answered is in order, and so is what nobody knows', () => {
  expect(check('command-2', yes(2), yes(2))).toEqual([])
  expect(check('command-2', no('unavailable'), yes(2))).toEqual([])
  expect(check('command-2', no('unavailable'))).toEqual([])
  expect(check('other', no('paused'), no('paused'))).toEqual([])
  expect(check('other')).toEqual([])
})

test('a receipt without a row is named', () => {
  expect(check('lost', yes(2))).toEqual(['command lost of ann was acknowledged and is not in the log'])
})

test('a receipt for another version is named', () => {
  expect(check('command-2', yes(3))).toEqual(['command command-2 of ann was acknowledged as version 3 and is 2'])
})

test('a command that stands twice is named', () => {
  const twice = log.map((row) => ({ ...row, commandId: 'same' }))
  expect(checkLedger([{ sessionId: 's', commandId: 'same', by: 'ann', answers: [yes(1)] }], twice)).toEqual([
    'command same of ann is in the log 3 times',
  ])
})

test('a command under the name of somebody else is named', () => {
  expect(checkLedger([{ sessionId: 's', commandId: 'command-1', by: 'bob', answers: [yes(1)] }], log)).toEqual([
    'command command-1 of bob is in the log as one of ann',
  ])
})

test('a refused command that counts all the same is named', () => {
  expect(check('command-1', no('step_closed'))).toEqual([
    'command command-1 of ann was refused (step_closed) and is in the log',
  ])
})

test('one id answered in two ways is named', () => {
  expect(check('command-1', yes(1), no('paused'), no('unavailable'))).toEqual([
    'command command-1 of ann was answered yes (version 1) and no (paused)',
  ])
})
