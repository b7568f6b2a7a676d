import { expect, test } from 'vitest'
import { newsOf } from './news.ts'

const soil = {
  phase: 'active',
  agenda: [{ nodeId: 'soil', type: 'quiz', title: 'Soil', minutes: null, phase: 'open' }],
  openedBy: 'Nora',
  facilitators: { me: { name: 'Nora', role: 'facilitator', present: true } },
  step: { nodeId: 'soil', phase: 'open' },
} as const
const me = { userId: 'me', isElsewhere: true }

test('going to a step is told by its title', () => {
  expect(newsOf(soil, me)).toEqual({ what: 'went', step: 'Soil', by: null })
})

test('when another facilitator went there, it is told who', () => {
  expect(newsOf({ ...soil, openedBy: 'Emil' }, me)).toEqual({ what: 'went', step: 'Soil', by: 'Emil' })
})

test('a step that was closed or revealed while we stayed at it is told as that', () => {
  const stayed = { ...me, isElsewhere: false }
  expect(newsOf({ ...soil, step: { nodeId: 'soil', phase: 'closed' } }, stayed)).toEqual({ what: 'closed' })
  expect(newsOf({ ...soil, step: { nodeId: 'soil', phase: 'revealed' } }, stayed)).toEqual({ what: 'revealed' })
})

test('going back to a step that was revealed long ago is told as going there', () => {
  expect(newsOf({ ...soil, step: { nodeId: 'soil', phase: 'revealed' } }, me)).toMatchObject({ what: 'went' })
})

test('after the last step the workshop is finished', () => {
  expect(newsOf({ ...soil, phase: 'completed' }, me)).toEqual({ what: 'finished' })
})
