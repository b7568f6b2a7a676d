import { expect, test } from 'vitest'
import { letterSize, linesThatFit, type NoteBox, scattered } from './board-picture.ts'

/** How much of a note's area the worst pair shares, from 0 to 1. */
function worstOverlap(boxes: readonly NoteBox[]): number {
  const shares = boxes.flatMap((one, index) =>
    boxes.slice(index + 1).map((other) => {
      const x = Math.max(0, one.width - Math.abs(one.left - other.left))
      const y = Math.max(0, one.height - Math.abs(one.top - other.top))
      return (x * y) / (one.width * one.height)
    }),
  )
  return Math.max(0, ...shares)
}

/** As the engine hangs notes that nobody places. */
const spread = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    x: Math.round(100 + ((0.5 + index * 0.7548776662) % 1) * 800),
    y: Math.round(100 + ((0.5 + index * 0.569840291) % 1) * 800),
  }))

const isInside = ({ left, top, width, height }: NoteBox) =>
  left >= 0 && top >= 0 && left + width <= 100.001 && top + height <= 100.001

test.each([1, 5, 12, 24, 48])('%i notes hang inside the board and hardly cover each other', (count) => {
  const boxes = scattered(spread(count))
  expect(boxes.every(isInside)).toBe(true)
  expect(worstOverlap(boxes)).toBeLessThan(0.1)
})

test('notes put on one pile are laid side by side', () => {
  const boxes = scattered(Array.from({ length: 4 }, (_, index) => ({ x: 500 + index, y: 500 })))
  expect(boxes.every(isInside)).toBe(true)
  expect(worstOverlap(boxes)).toBeLessThan(0.1)
})

test('a note with room around it hangs exactly where it was put', () => {
  const [left, right] = scattered([
    { x: 200, y: 500 },
    { x: 800, y: 500 },
  ])
  expect(left && left.left + left.width / 2).toBeCloseTo(20)
  expect(right && right.left + right.width / 2).toBeCloseTo(80)
})

test('the fewer the notes, the larger their words', () => {
  expect([4, 12, 24, 48].map(letterSize)).toEqual([40, 34, 28, 24])
})

test('a note shows whole lines only, one at least, and fewer beside a name', () => {
  const box = { left: 0, top: 0, width: 16, height: 25 }
  expect(linesThatFit(box, 28, false)).toBe(3)
  expect(linesThatFit(box, 28, true)).toBe(2)
  expect(linesThatFit({ ...box, height: 5 }, 40, true)).toBe(1)
})
