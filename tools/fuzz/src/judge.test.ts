import { expect, test } from 'vitest'
import { Judge } from './judge.ts'

const refused = (rejection: unknown, message = 'malformed') =>
  JSON.stringify({ id: 1, error: { message, data: { rejection } } })

function faultsOf(...answers: string[]): readonly string[] {
  const judge = new Judge('canary')
  for (const answer of answers) judge.answer(answer, 'a request')
  return judge.faults
}

test('answers and refusals with a known reason are as they should be', () => {
  expect(faultsOf('{"id":1,"result":{"data":1}}', refused({ code: 'malformed' }), 'PONG')).toEqual([])
})

test.each([
  ['another session’s text', '{"id":1,"result":{"data":"canary"}}'],
  ['an answer that is no JSON', '<html>'],
  ['a refusal without a reason', '{"error":"Bad Request"}'],
  ['a refusal without a reason', refused({ code: 'whatever' })],
  ['an unforeseen error', refused({ code: 'server_error' })],
  ['an answer that tells of our insides', refused({ code: 'malformed' }, 'at decide (file:///app/dist/decide.js:3:5)')],
  ['an answer that tells of our insides', refused({ code: 'malformed' }, 'SELECT id FROM users')],
])('%s is a fault', (what, answer) => {
  expect(faultsOf(answer).some((fault) => fault.startsWith(what))).toBe(true)
})

test('a fault that occurs often is told once, with how often', () => {
  expect(faultsOf('<html>', '<html>')).toEqual([expect.stringContaining('(2×)')])
})
