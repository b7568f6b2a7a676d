import type { Random } from '@humuus/workshop-engine/testing'
import { type Json, Raw } from './raw-json.ts'

const nested = (depth: number, open: string, close: string) => new Raw(open.repeat(depth) + close.repeat(depth))

/** Numbers beyond what anybody counts with, and text that is none. */
const numbers = ['1e308', '1e999', '-1e999', '9007199254740993', '-0', '1e-400', '-1', '0.1', '4294967296', '1E400']
const notNumbers = ['NaN', 'Infinity', '0x10', '01', '+1', '1.', '.5', 'undefined']

const texts = [
  '',
  '\u0000',
  '\ud800',
  '\u202e\u2066',
  '../../etc/passwd',
  "'; DROP TABLE participant_actions; --",
  '<script>alert(1)</script>',
  '{{7*7}}',
  'ﷺ'.repeat(500),
  '👩‍👩‍👧‍👦'.repeat(200),
  'x'.repeat(40_000),
  '__proto__',
  'constructor',
  'toString',
  'null',
]

const keys = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'length',
  'then',
  '',
  '0',
  'a'.repeat(5_000),
]

/** A value that nobody expects there. */
export function nastyValue(random: Random): Json {
  return random.pick<() => Json>([
    () => new Raw(random.pick(numbers)),
    () => random.pick(texts),
    () => nested(random.pick([10, 500, 15_000]), '[', ']'),
    () => new Raw(`${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`),
    () => null,
    () => random.next() < 0.5,
    () => [],
    () => ({}),
    () => withKey({}, nastyKey(random), 1),
    () => Array.from({ length: 5_000 }, (_, index) => index),
    () => random.next(),
  ])()
}

/** Text that breaks the JSON around it. */
export const brokenValue = (random: Random): Raw => new Raw(random.pick([...notNumbers, '{', '"', ',', ']', '\\u00']))

export const nastyKey = (random: Random): string => random.pick(keys)

/** The same with one more member, also where its name means something to JavaScript. */
export function withKey(value: { readonly [key: string]: Json }, key: string, member: Json): { [key: string]: Json } {
  const copy: { [key: string]: Json } = Object.create(null)
  for (const [name, one] of Object.entries(value))
    Object.defineProperty(copy, name, { value: one, enumerable: true, configurable: true })
  Object.defineProperty(copy, key, { value: member, enumerable: true, configurable: true })
  return copy
}
