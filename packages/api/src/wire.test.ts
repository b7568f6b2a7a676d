import { delta } from '@humuus/workshop-engine'
import { expect, test } from 'vitest'
import { type LiveMessage, type LiveState, merge } from './wire.ts'

const snapshot: LiveMessage = { kind: 'snapshot', version: 3, shared: { phase: 'lobby' }, own: { name: 'Ann' } }
const change: LiveMessage = {
  kind: 'delta',
  from: 3,
  version: 5,
  shared: delta({ phase: 'lobby' }, { phase: 'active' }),
  own: null,
}

test('a snapshot replaces whatever was seen before', () => {
  const old: LiveState = { version: 9, shared: { phase: 'ended' }, own: null }
  expect(merge(old, snapshot)).toEqual({ version: 3, shared: { phase: 'lobby' }, own: { name: 'Ann' } })
})

test('a delta made for what was seen leads to the new view and leaves the rest untouched', () => {
  const state = merge(null, snapshot)
  const next = merge(state, change)
  expect(next).toEqual({ version: 5, shared: { phase: 'active' }, own: { name: 'Ann' } })
  expect(next?.own).toBe(state?.own)
})

test('a delta made for another version asks for a fresh start', () => {
  expect(merge(null, change)).toBeNull()
  expect(merge({ version: 4, shared: {}, own: null }, change)).toBeNull()
})
