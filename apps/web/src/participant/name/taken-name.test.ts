import { expect, test } from 'vitest'
import { takenName } from './taken-name.ts'

test('the second Kim is told that there is another', () => {
  expect(takenName('Kim', 'Kim 2')).toBe('Kim')
})

test.each([
  ['Kim', 'Kim'],
  ['Kim', 'Kim Li'],
  ['Kim', 'Ann 2'],
  [null, 'Kim 2'],
])('who wished for %j and is called %s is told nothing', (wished, given) => {
  expect(takenName(wished, given)).toBeNull()
})
