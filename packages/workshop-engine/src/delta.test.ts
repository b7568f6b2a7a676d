import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyDelta, type Delta, delta } from './delta.ts'
import type { JsonValue } from './json.ts'
import { same } from './testing/laws/same.ts'

const overTheWire = <T>(value: T): T => JSON.parse(JSON.stringify(value))

// Keys that meet each other, and those that objects know by themselves.
const key = fc.oneof(fc.constantFrom('a', 'b', '0', '1', '__proto__', 'constructor', 'toString', 'length'), fc.string())

const json: fc.Arbitrary<JsonValue> = fc
  .letrec<{ value: JsonValue }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.oneof(fc.constant(null), fc.boolean(), fc.integer({ min: -3, max: 3 }), fc.string({ maxLength: 4 })),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(key, tie('value'), { maxKeys: 4 }),
    ),
  }))
  .value.map(overTheWire)

test('D-3 for any two values of JSON the change leads from the one to the other, over the wire too', () => {
  fc.assert(
    fc.property(json, json, (from, to) => same(applyDelta(from, overTheWire(delta(from, to))), to)),
    { numRuns: 500 },
  )
})

test('D-3 changes add up: from cursor to cursor, or from the first to the last', () => {
  fc.assert(
    fc.property(json, json, json, (a, b, c) => {
      const inSteps = applyDelta(applyDelta(a, delta(a, b)), delta(b, c))
      return same(inSteps, applyDelta(a, delta(a, c)))
    }),
  )
})

test('D-4 between equal values there is no change, and there is one between others', () => {
  fc.assert(
    fc.property(json, json, (a, b) => delta(a, overTheWire(a)) === null && (delta(a, b) === null) === same(a, b)),
  )
})

const small: readonly [string, JsonValue, JsonValue, Delta][] = [
  ['D-4 one key of an object', { a: 1, b: 2 }, { a: 1, b: 3 }, [1, { b: [0, 3] }]],
  ['D-4 a key that goes', { a: 1, b: 2 }, { a: 1 }, [1, {}, ['b']]],
  ['D-4 what comes to a list', [1, 2], [1, 2, 3], [2, 3, {}, [3]]],
  ['D-4 what goes from its end', [1, 2, 3], [1], [2, 1, {}]],
  ['D-4 one item', [{ a: 1 }, { a: 2 }], [{ a: 1 }, { a: 3 }], [2, 2, { 1: [1, { a: [0, 3] }] }]],
  ['D-4 another kind of value', [1], { 0: 1 }, [0, { 0: 1 }]],
]

test.each(small)('%s is all that is sent', (_, from, to, change) => {
  expect(delta(from, to)).toEqual(change)
})

test('D-5 a change made for another value throws: the cursor was wrong', () => {
  expect(() => applyDelta([1], [1, { a: [0, 1] }])).toThrow('object expected')
  expect(() => applyDelta({ a: 1 }, [2, 1, {}])).toThrow('array expected')
})
