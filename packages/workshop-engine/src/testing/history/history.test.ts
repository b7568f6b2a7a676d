import fc from 'fast-check'
import { expect, test } from 'vitest'
import { engine } from '../../index.ts'
import { arbitraries } from '../arbitraries/index.ts'
import { play, someScript } from './history.ts'

test('X-12 histories hold conflicts of every kind, and decisions of both', () => {
  const scripts = (['whiteboard', 'poll'] as const).flatMap((type) =>
    fc.sample(someScript({ engine, arbitraries, type }), { numRuns: 400, seed: 7 }),
  )
  const events = scripts.flatMap((script) => [...play(engine, script).events])
  const kinds = events.flatMap((event) => (event.type === 'conflict_raised' ? [event.data.kind] : []))
  const choices = events.flatMap((event) => (event.type === 'conflict_decided' ? [event.data.choice] : []))
  expect(new Set(kinds)).toEqual(new Set(['course', 'changed', 'gone', 'card']))
  expect(new Set(choices)).toEqual(new Set(['mine', 'theirs']))
})
