import { expect, test } from 'vitest'
import { NoLedger, readLedger, verdictOf } from './ledger.ts'

const entry = {
  sessionId: 's',
  commandId: 'c',
  by: 'ann',
  command: { type: 'leave' },
  answers: [{ ok: false, rejection: { code: 'name_too_long', params: { max: 40 } } }],
}

test('JSON lines and an array are read alike, whatever else stands in an entry', () => {
  const more = { ...entry, tookMs: 3 }
  expect(readLedger(`${JSON.stringify(more)}\n\n${JSON.stringify(more)}\n`)).toEqual([entry, entry])
  expect(readLedger(` ${JSON.stringify([more, more], null, 2)}`)).toEqual([entry, entry])
  expect(readLedger('')).toEqual([])
})

test('a command that nobody could send is left out, the answers stay', () => {
  const { command: _, ...rest } = entry
  expect(readLedger(JSON.stringify({ ...entry, command: { type: 'fly' } }))).toEqual([rest])
})

test.each([
  ['nonsense', 'line 1 is not JSON'],
  ['[{', 'this is not JSON'],
  [`${JSON.stringify(entry)}\n{}`, /^entry 2: .*sessionId/],
  [JSON.stringify({ ...entry, answers: [{ ok: true }] }), /^entry 1: .*version/],
])('%j is refused in one line', (text, message) => {
  expect(() => readLedger(text)).toThrow(NoLedger)
  expect(() => readLedger(text)).toThrow(message)
})

test('an answer that judges the moment settles nothing', () => {
  const no = (code: 'unavailable' | 'paused') => ({ ok: false as const, rejection: { code } })
  expect(verdictOf({ answers: [] })).toBeNull()
  expect(verdictOf({ answers: [no('unavailable')] })).toBeNull()
  expect(verdictOf({ answers: [no('unavailable'), no('paused')] })).toEqual(no('paused'))
  expect(verdictOf({ answers: [no('unavailable'), { ok: true, version: 3 }] })).toEqual({ ok: true, version: 3 })
})
