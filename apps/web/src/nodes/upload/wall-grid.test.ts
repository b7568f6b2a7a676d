import { expect, test } from 'vitest'
import { gridFor, places } from './wall-grid.ts'

test('the wall grows in few steps, and holds what it shows', () => {
  for (let count = 0; count <= 18; count++) {
    const { columns, rows } = gridFor(count)
    expect(columns * rows).toBeGreaterThanOrEqual(count)
  }
  const sizes = new Set(Array.from({ length: 18 }, (_, index) => JSON.stringify(gridFor(index + 1))))
  expect(sizes.size).toBe(7)
  expect(gridFor(300)).toEqual(gridFor(18))
})

test('a new file moves no other: on a full wall it takes the place of the oldest', () => {
  const files = Array.from({ length: 300 }, (_, index) => index)
  for (const count of [3, 18, 19, 299]) {
    const [before, after] = [places(files.slice(0, count)), places(files.slice(0, count + 1))]
    expect(after.filter((file, index) => before[index] !== file)).toEqual([count])
  }
  expect([...places(files)].sort((a, b) => a - b)).toEqual(files.slice(-18))
})
