import { expect, test } from 'vitest'
import { jsonPieces } from './json-pieces.ts'

test.each([
  null,
  true,
  'a "quoted" word',
  [],
  {},
  [1, 'two', null, [3, [4, [5, { six: 7 }]]]],
  { people: { 'a"b': { name: 'Ann', points: 3 } }, list: [{ deep: { deeper: { deepest: [1] } } }], '': -0 },
])('the pieces of %j are its JSON', (value) => {
  expect([...jsonPieces(value)].join('')).toBe(JSON.stringify(value))
})

test('a long list comes in as many pieces, so that somebody else may have a turn', () => {
  expect([...jsonPieces({ people: Array.from({ length: 1_000 }, (_, seat) => ({ seat })) })].length).toBeGreaterThan(
    1_000,
  )
})
