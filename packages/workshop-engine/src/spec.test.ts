import { expect, test } from 'vitest'

const [spec = ''] = Object.values(import.meta.glob(['../SPEC.md'], { query: '?raw', import: 'default', eager: true }))
const tests = Object.values(
  import.meta.glob(['./**/*.test.ts'], { query: '?raw', import: 'default', eager: true }),
).join('\n')
const sources = import.meta.glob(['./**/*.ts', '!./**/*.test.ts', '!./testing/**'], {
  query: '?raw',
  import: 'default',
  eager: true,
})

const all = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map((match) => match[1] ?? '')

const rules = all(spec, /^- \*\*([A-Z]{1,2}-\d+)\*\*/gm)
/** A module does not find itself. */
const citedHere = ['E-6', 'E-8']
const cited = [...citedHere, ...all(tests, /['"`]([A-Z]{1,2}-\d+) /g)]

test('E-8 every rule is proven by a test that cites it', () => {
  expect(rules.length).toBeGreaterThan(60)
  expect(rules.filter((rule) => !cited.includes(rule))).toEqual([])
})

test('E-8 every rule that a test cites is written down, once', () => {
  expect(cited.filter((rule) => !rules.includes(rule))).toEqual([])
  expect(rules.filter((rule, index) => rules.indexOf(rule) !== index)).toEqual([])
})

test('E-8 every test says which rule it proves', () => {
  const titles = all(tests, /^\s*test(?:\.each\([^\n]*\))?\(\s*['"`]([^'"`]*)/gm)
  const without = titles.filter((title) => !/^([A-Z]{1,2}-\d+ |%s)/.test(title))
  expect(titles.length).toBeGreaterThan(100)
  expect(without).toEqual([])
})

test('E-6 every refusal that the engine gives is met in a test', () => {
  const codes = new Set(Object.values(sources).flatMap((source) => all(source, /reject\('(\w+)'/g)))
  expect(codes.size).toBeGreaterThan(20)
  expect([...codes].filter((code) => !tests.includes(`'${code}'`))).toEqual([])
})
