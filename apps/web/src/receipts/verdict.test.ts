import { expect, test } from 'vitest'
import { differing, refusals, refusedInAll, type SessionReceipts, verdictOf } from './verdict.ts'

const none = { reported: 0, issued: 0, waiting: 0, acknowledged: 0, refused: 0, missing: [], countedThoughRefused: [] }
const books = (
  pages: Partial<SessionReceipts['pages']> = {},
  rest: Partial<SessionReceipts> = {},
): SessionReceipts => ({
  counted: 0,
  refused: {},
  duplicates: 0,
  ...rest,
  pages: { ...none, ...pages },
})

test('before anybody has sent something there is nothing to compare', () => {
  expect(verdictOf(books())).toBe('nothing')
})

test('nothing is missing when every promise is in the log, also where no device has reported', () => {
  expect(verdictOf(books({ reported: 3, issued: 12, acknowledged: 12 }, { counted: 14 }))).toBe('complete')
  expect(verdictOf(books({}, { counted: 14 }))).toBe('complete')
  expect(verdictOf(books({ reported: 1, issued: 1, waiting: 1 }))).toBe('complete')
})

test('one promise that is not in the log is a difference, and so is one refusal that is', () => {
  expect(verdictOf(books({ issued: 1, acknowledged: 1, missing: ['a'] }))).toBe('differs')
  expect(verdictOf(books({ issued: 1, refused: 1, countedThoughRefused: ['a'] }, { counted: 1 }))).toBe('differs')
})

test('where the server names as many as it ever does, there may be more', () => {
  expect(differing(Array.from({ length: 99 }, String)).isAll).toBe(true)
  expect(differing(Array.from({ length: 100 }, String)).isAll).toBe(false)
})

test('refusals stand by how often they happened', () => {
  const receipts = books({}, { refused: { paused: 2, step_closed: 9, kicked: 2 } })
  expect(refusals(receipts)).toEqual([
    ['step_closed', 9],
    ['kicked', 2],
    ['paused', 2],
  ])
  expect(refusedInAll(receipts)).toBe(13)
})
