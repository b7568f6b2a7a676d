import { engine, type WorkshopEvent, type WorkshopState } from '@humuus/workshop-engine'
import { expect, test } from 'vitest'
import { History } from './history.ts'

const plan = engine.plan.parse({
  format: 'humuus/1',
  title: 'Here',
  nodes: [{ id: 'a', type: 'slide', data: { text: 'Hi' } }],
})
const start = engine.initial({ plan, facilitator: { id: 'host', name: 'Host' } })
const at = (version: number, state: WorkshopState = { ...start }) => ({ version, state })
const joined = (by: string): WorkshopEvent => ({ type: 'joined', by, at: 0, nodeId: '', data: { name: by } })
const closed: WorkshopEvent = { type: 'closed', by: 'host', at: 0, nodeId: 'a', data: { reason: 'time' } }

test('of few events hundreds of moments are remembered, and no more', () => {
  const history = new History(at(0))
  for (let version = 1; version <= 2_000; version++) history.push(at(version), [joined('ann')])
  expect([history.length, history.head.version]).toEqual([512, 2_000])
  expect([history.at(1_488), history.at(1_489)?.version]).toEqual([null, 1_489])
})

test('what it keeps alive is bounded, however much happens at once, and the head stays', () => {
  const history = new History(at(0))
  const many = Array.from({ length: 2_000 }, () => joined('ann'))
  for (let version = 1; version <= 100; version++) history.push(at(version), many)
  expect(history.length).toBeLessThan(20)
  history.push(
    at(101),
    Array.from({ length: 50_000 }, () => joined('ann')),
  )
  expect([history.length, history.head.version]).toEqual([1, 101])
})

test('an older moment keeps its state, but not the views that were made of it', () => {
  const history = new History(at(0))
  const seen = at(1)
  history.push(seen, [])
  for (let version = 2; version <= 40; version++) history.push(at(version), [])
  const remembered = history.at(1)?.state
  expect(remembered).toEqual(seen.state)
  expect(remembered).not.toBe(seen.state)
  expect(history.at(40)?.state).toBe(history.head.state)
})

test('it tells whose own view may have changed since a moment, and nothing of what is too long ago', () => {
  const history = new History(at(5))
  history.push(at(6), [joined('ann')])
  history.push(at(7), [joined('ben')])
  expect(history.affectedSince(5)).toEqual({ everyone: false, people: new Set(['ann', 'ben']) })
  expect(history.affectedSince(6)).toEqual({ everyone: false, people: new Set(['ben']) })
  expect(history.affectedSince(7)).toEqual({ everyone: false, people: new Set() })
  history.push(at(8), [closed])
  expect(history.affectedSince(6)?.everyone).toBe(true)
  expect(history.affectedSince(4)).toBeNull()
})
