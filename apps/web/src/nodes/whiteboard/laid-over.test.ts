import { expect, test } from 'vitest'
import { isFulfilled, meanwhile, waitsForDecision } from './editing.ts'
import { laidOver, notesOnTheirWay } from './laid-over.ts'

const soup = { id: 'a', text: 'Soup', revision: 1, colour: 'yellow' } as const
const cake = { id: 'b', text: 'Cake', revision: 2, colour: 'pink' } as const

test('what is on its way shows at once: a new text, a new colour, a note that goes', () => {
  const shown = laidOver(
    [soup, cake],
    [
      { type: 'edit', noteId: 'a', base: 1, text: 'Salad' },
      { type: 'recolour', noteId: 'a', colour: 'blue' },
      { type: 'remove', noteId: 'b', base: 2 },
    ],
  )
  expect(shown).toEqual([{ ...soup, text: 'Salad', colour: 'blue' }])
})

test('a note that was sent has no id yet', () => {
  const sent = [{ type: 'add', text: 'Tea', colour: 'green' }] as const
  expect(notesOnTheirWay(sent)).toEqual([{ id: null, text: 'Tea', revision: 1, colour: 'green' }])
  expect(laidOver([soup], sent)).toEqual([soup])
})

const editing = { id: 'a', base: 1, before: 'Soup' }

test('while I write, I learn what others did to the note', () => {
  expect(meanwhile(editing, [soup, cake])).toBeNull()
  expect(meanwhile(editing, [{ ...soup, text: 'Salad', revision: 2 }])).toEqual({ text: 'Salad' })
  expect(meanwhile(editing, [cake])).toBe('gone')
})

test('words for a version that is no longer there are not shown as if they had been taken', () => {
  const changed = { ...soup, text: 'Stew', revision: 2 }
  expect(laidOver([changed], [{ type: 'edit', noteId: 'a', base: 1, text: 'Salad' }])).toEqual([changed])
  expect(laidOver([changed], [{ type: 'remove', noteId: 'a', base: 1 }])).toEqual([changed])
})

const wished = { id: 'a', base: 1, text: 'Salad' }
const removal = { id: 'a', base: 1, text: null }

test.each([
  ['is on its way', wished, [soup], { waits: false, fulfilled: false }],
  ['has arrived', wished, [{ ...soup, text: 'Salad', revision: 2 }], { waits: false, fulfilled: true }],
  ['came after another text', wished, [{ ...soup, text: 'Stew', revision: 2 }], { waits: true, fulfilled: false }],
  ['came after a removal', wished, [cake], { waits: true, fulfilled: false }],
  ['is a removal that arrived', removal, [cake], { waits: false, fulfilled: true }],
  ['is a removal after another text', removal, [{ ...soup, revision: 2 }], { waits: true, fulfilled: false }],
] as const)('what I sent %s', (_, wish, notes, { waits, fulfilled }) => {
  expect(waitsForDecision(wish, notes)).toBe(waits)
  expect(isFulfilled(wish, notes)).toBe(fulfilled)
})
