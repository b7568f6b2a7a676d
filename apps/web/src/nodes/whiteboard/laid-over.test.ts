import { expect, test } from 'vitest'
import { meanwhile, waitsForDecision } from './editing.ts'
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

test('what I wrote waits for a facilitator when it was taken and the note still says something else', () => {
  const written = { id: 'a', text: 'Salad' }
  const onItsWay = [{ type: 'edit', noteId: 'a', base: 1, text: 'Salad' }] as const
  expect(waitsForDecision(written, [soup], onItsWay)).toBe(false)
  expect(waitsForDecision(written, [{ ...soup, text: 'Stew', revision: 2 }], [])).toBe(true)
  expect(waitsForDecision(written, [cake], [])).toBe(true)
  expect(waitsForDecision(written, [{ ...soup, text: 'Salad', revision: 3 }], [])).toBe(false)
})
