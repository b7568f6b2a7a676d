import { expect, test } from 'vitest'
import { hasPassed } from './stale-refusal.ts'

test('"this step closed" is not said of a step that was opened again', () => {
  expect(hasPassed({ code: 'step_closed' }, 'closed')).toBe(false)
  expect(hasPassed({ code: 'step_closed' }, 'open')).toBe(true)
})

test('other refusals stay until the next answer', () => {
  expect(hasPassed({ code: 'slow_down' }, 'open')).toBe(false)
  expect(hasPassed({ code: 'invalid_answer' }, 'open')).toBe(false)
})
