import { expect, test } from 'vitest'

declare global {
  interface ImportMeta {
    glob(pattern: readonly string[], options: { query: '?raw'; import: 'default'; eager: true }): Record<string, string>
  }
}

const sources = import.meta.glob(['./**/*.ts', '!./**/*.test.ts'], { query: '?raw', import: 'default', eager: true })

const impure =
  /\bDate\b|Math\.random|\bcrypto\b|\bperformance\b|\bsetTimeout\b|\bsetInterval\b|\bfetch\(|\bconsole\.|\bprocess\.|['"]node:/

test('E-7 no source of the engine, its testing export included, asks for time, chance or the outside world', () => {
  expect(Object.keys(sources).length).toBeGreaterThan(50)
  expect(Object.keys(sources).filter((file) => impure.test(sources[file] ?? ''))).toEqual([])
})

type Known = keyof typeof globalThis
type Absent<Name extends string> = Name extends Known ? never : Name

test('E-7 what belongs to browsers and to Node.js has no type here, so that using it does not compile', () => {
  const absent: [
    Absent<'setTimeout'>,
    Absent<'console'>,
    Absent<'process'>,
    Absent<'fetch'>,
    Absent<'crypto'>,
    Absent<'document'>,
  ] = ['setTimeout', 'console', 'process', 'fetch', 'crypto', 'document']
  expect(absent).toHaveLength(6)
})
