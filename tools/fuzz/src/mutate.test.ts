import { seededRandom } from '@humuus/workshop-engine/testing'
import { expect, test } from 'vitest'
import { mutate } from './mutate.ts'
import { withKey } from './nasty.ts'
import { Raw, toText } from './raw-json.ts'

const request = { id: 1, method: 'query', params: { path: 'auth.me', input: { list: [1, 2, 3] } } }

test('the same seed makes the same mistakes', () => {
  const made = (seed: number) =>
    Array.from({ length: 50 }, (_, index) => toText(mutate(request, seededRandom(seed + index))))
  expect(made(1)).toEqual(made(1))
  expect(made(1)).not.toEqual(made(1_000))
})

test('a mistake is made in a copy', () => {
  const before = structuredClone(request)
  for (let seed = 0; seed < 200; seed++) mutate(request, seededRandom(seed))
  expect(request).toEqual(before)
})

test('names that mean something to JavaScript are written like any other', () => {
  expect(toText(withKey({ a: 1 }, '__proto__', new Raw('1e999')))).toBe('{"a":1,"__proto__":1e999}')
})
