import { expect, test } from 'vitest'
import { answerStatus } from './answer-status.ts'

const nothing = { window: 'open', state: 'none', given: false, unsent: false } as const

test.each([
  ['nothing given yet', nothing, 'hint'],
  ['on its way', { ...nothing, state: 'sending' }, 'sending'],
  ['no network', { ...nothing, state: 'waiting' }, 'waiting'],
  ['no network, and the step closed meanwhile', { ...nothing, window: 'closed', state: 'waiting' }, 'waiting'],
  ['acknowledged', { ...nothing, state: 'saved' }, 'saved'],
  ['given before the page was loaded again', { ...nothing, given: true }, 'saved'],
  ['given, then something else picked', { ...nothing, given: true, unsent: true }, 'hint'],
  ['refused', { ...nothing, window: 'closed', state: 'refused' }, 'refused'],
  ['refused, then something else picked', { ...nothing, state: 'refused', unsent: true }, 'hint'],
  ['still to read', { ...nothing, window: 'reading' }, 'reading'],
  ['paused after an answer', { ...nothing, window: 'paused', state: 'saved', given: true }, 'paused'],
  ['the clock ran out', { ...nothing, window: 'time_up', given: true }, 'time_up'],
  ['closed with an answer', { ...nothing, window: 'closed', given: true, unsent: true }, 'closed'],
  ['closed without one', { ...nothing, window: 'closed', unsent: true }, 'closed_without'],
] as const)('%s', (_, facts, status) => {
  expect(answerStatus(facts)).toBe(status)
})
