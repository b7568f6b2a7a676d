// @vitest-environment happy-dom
import { beforeAll, expect, test } from 'vitest'
import { fetchTexts, speak } from '../../i18n/i18n.ts'
import { drawn } from '../../ui/testing/drawn.ts'
import { HungNotes } from './HungNotes.tsx'

beforeAll(async () => {
  await speak('en')
  await fetchTexts('en', ['screen'])
})

const note = (index: number) => ({
  id: `${index}`,
  text: `Note ${index}`,
  revision: 1,
  colour: 'yellow' as const,
  name: null,
  x: (index * 377) % 1_000,
  y: (index * 611) % 1_000,
})
const notes = (count: number) => Array.from({ length: count }, (_, index) => note(index))

test('the newest 48 hang on the board, the others are counted', () => {
  using board = drawn(<HungNotes notes={notes(300)} />)
  const slips = [...board.place.querySelectorAll('li')]
  expect(slips).toHaveLength(48)
  expect([slips[0]?.textContent, slips.at(-1)?.textContent]).toEqual(['Note 252', 'Note 299'])
  expect(board.place.textContent).toContain('252')
})

test('a note is where it was put: the way there is told in shares of its own size', () => {
  using board = drawn(<HungNotes notes={[{ ...note(0), x: 500, y: 500 }]} />)
  const { width, height, translate } = (board.place.querySelector('li') as HTMLElement).style
  const [x = 0, y = 0] = translate.split(' ').map(Number.parseFloat)
  const middle = (size: string, share: number) => Number.parseFloat(size) * (share / 100 + 0.5)
  expect([middle(width, x), middle(height, y)].map(Math.round)).toEqual([50, 50])
})
