import { expect, test } from 'vitest'
import { firstDifference } from './first-difference.ts'

const view = { step: { phase: 'open', counts: [1, 2] }, own: null }

test('equal values do not differ, whatever the order of their keys', () => {
  expect(firstDifference(view, structuredClone(view))).toBeNull()
  expect(firstDifference({ a: 1, b: 2 }, { b: 2, a: 1 })).toBeNull()
})

test.each([
  [{ ...view, own: {} }, 'own: null and {}'],
  [{ ...view, step: { ...view.step, counts: [1, 3] } }, 'step.counts.1: 2 and 3'],
  [{ ...view, step: { ...view.step, counts: [1, 2, 0] } }, 'step.counts.2: nothing and 0'],
  [{ ...view, step: { ...view.step, counts: { 0: 1, 1: 2 } } }, 'step.counts: [1,2] and {"0":1,"1":2}'],
  [{ step: view.step }, 'own: null and nothing'],
  ['text', 'all: {"step":{"phase":"open","counts":[1,2]},"own":null} and "text"'],
])('a difference is named by its place: %j', (other, named) => {
  expect(firstDifference(view, other)).toBe(named)
})
