import { expect, test } from 'vitest'
import { tileColumns } from './tile-columns.ts'

test.each([
  [[5, 5], 2],
  [[5, 5, 5], 1],
  [[5, 5, 5, 5], 2],
  [[80, 5, 5, 5], 1],
  [[80, 80, 80, 80, 80, 80], 2],
])('options of lengths %j stand in %i columns', (lengths, columns) => {
  expect(tileColumns(lengths)).toBe(columns)
})
