import { expect, test } from 'vitest'
import { ranked } from './ranked.ts'

test('what most people gave stands first, and equals by their letters', () => {
  const words = { b: { text: 'B', count: 1 }, a: { text: 'a', count: 1 }, '2024': { text: '2024', count: 9 } }
  expect(ranked(words).map(({ text }) => text)).toEqual(['2024', 'a', 'B'])
})
