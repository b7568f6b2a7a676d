// @vitest-environment happy-dom
import { beforeAll, expect, test, vi } from 'vitest'
import { fetchTexts, speak } from '../../i18n/i18n.ts'
import { drawn } from '../../ui/testing/drawn.ts'
import type { ShownNote } from './laid-over.ts'
import { NoteList } from './NoteList.tsx'

beforeAll(async () => {
  await speak('en')
  await fetchTexts('en', ['phone'])
})

/** Notes that say which of them was drawn: a slip reads its text each time it is. */
function board(count: number) {
  const read: string[] = []
  const note = (id: string): ShownNote => ({
    id,
    revision: 1,
    colour: 'yellow',
    get text() {
      read.push(id)
      return `Note ${id}`
    },
  })
  const notes = Array.from({ length: count }, (_, index) => note(`${index}`))
  return { notes, note, sinceLast: () => read.splice(0) }
}

const nothing = { onEdit: () => undefined, onRemove: () => undefined }

test('a note that arrives among 300 draws itself alone', () => {
  const { notes, note, sinceLast } = board(300)
  using list = drawn(<NoteList title="All" notes={notes} {...nothing} />)
  expect(sinceLast()).toHaveLength(300)
  list.again(<NoteList title="All" notes={[...notes, note('new')]} {...nothing} />)
  expect(sinceLast()).toEqual(['new'])
  expect(list.place.querySelectorAll('li')).toHaveLength(301)
})

test('what a press does is new each time the list is drawn, and draws no slip', () => {
  const { notes, sinceLast } = board(3)
  const [before, now] = [vi.fn(), vi.fn()]
  using list = drawn(<NoteList title="All" notes={notes} {...nothing} onEdit={before} />)
  sinceLast()
  list.again(<NoteList title="All" notes={notes} {...nothing} onEdit={now} />)
  expect(sinceLast()).toEqual([])
  list.place.querySelector('button')?.click()
  expect(before).not.toHaveBeenCalled()
  expect(now).toHaveBeenCalledExactlyOnceWith(notes[0])
})

test('once nothing can be changed any more, the ways to change it are gone', () => {
  const { notes } = board(3)
  using list = drawn(<NoteList title="All" notes={notes} {...nothing} />)
  expect(list.place.querySelectorAll('button')).toHaveLength(6)
  list.again(<NoteList title="All" notes={notes} />)
  expect(list.place.querySelectorAll('button')).toHaveLength(0)
})
