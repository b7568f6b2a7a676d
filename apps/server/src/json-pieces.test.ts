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

const people = Array.from({ length: 1_000 }, (_, seat) => ({ seat, name: `"${seat}"` }))

test.each([
  ['list', { step: { content: { answers: people } } }],
  ['object', { people: Object.fromEntries(people.map((person) => [`id ${person.seat}`, person])) }],
])('a long %s comes in pieces, so that somebody else may have a turn', (_, view) => {
  const pieces = [...jsonPieces(view)]
  expect(pieces.join('')).toBe(JSON.stringify(view))
  expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(JSON.stringify(view).length / 3)
})

test('what several values have in common is put into text once', () => {
  let reads = 0
  const listed = Object.fromEntries(people.map((person) => [`id ${person.seat}`, person]))
  Object.defineProperty(listed, 'counted', {
    enumerable: true,
    get: () => {
      reads++
      return 'yes'
    },
  })
  const text = [1, 2, 3].map((version) => [...jsonPieces({ version, people: listed })].join(''))
  const once = reads
  expect(text.map((each) => JSON.parse(each).version)).toEqual([1, 2, 3])
  expect(new Set(text.map((each) => each.slice(text[0]?.indexOf('people')))).size).toBe(1)
  expect([...jsonPieces({ version: 4, people: listed })].join('')).toContain('yes')
  expect(reads).toBe(once)
})
