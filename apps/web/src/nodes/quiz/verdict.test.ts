import { expect, test } from 'vitest'
import { verdictOf } from './verdict.ts'

test.each([
  ['no answer', null, null, 'unanswered'],
  ['exactly the right ones', [0, 1, 3], true, 'right'],
  ['some of the right ones', [0, 1], false, 'partly'],
  ['right ones and a wrong one', [0, 2], false, 'partly'],
  ['only wrong ones', [2], false, 'wrong'],
] as const)('%s', (_, choice, right, verdict) => {
  expect(verdictOf({ choice, right }, [0, 1, 3])).toBe(verdict)
})
