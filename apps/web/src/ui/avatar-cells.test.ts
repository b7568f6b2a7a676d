import { expect, test } from 'vitest'
import { avatarCells } from './avatar-cells.ts'

test('a person keeps their picture', () => {
  expect(avatarCells('p-17')).toEqual(avatarCells('p-17'))
})

test('three hundred people look different enough', () => {
  const drawings = new Set(Array.from({ length: 300 }, (_, index) => JSON.stringify(avatarCells(`person-${index}`))))
  expect(drawings.size).toBeGreaterThan(290)
})
