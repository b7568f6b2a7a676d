import { expect, test } from 'vitest'
import { fileDerive } from './file-derive.ts'
import { fileScan } from './file-scan.ts'
import { mail } from './mail.ts'
import { pauseAfter, type Retry, soonAgain } from './retry.ts'

const minute = 60_000
const shortest = () => 0.999_999
const longest = () => 0

const pauses = (retry: Retry, random: () => number) =>
  Array.from({ length: retry.attempts - 1 }, (_, n) => pauseAfter(n + 1, retry, random))
const total = (retry: Retry, random: () => number) => pauses(retry, random).reduce((sum, pause) => sum + pause, 0)

test('a timer outlives ten minutes of a server that is away, whatever the dice say', () => {
  expect(total(soonAgain, shortest)).toBeGreaterThan(10 * minute)
})

test('a server that is back is asked within five seconds', () => {
  for (const n of [1, 2, 5, 50, soonAgain.attempts])
    expect(pauseAfter(n, soonAgain, longest)).toBeLessThanOrEqual(5_000)
})

test('the first pauses are short and double, in whole milliseconds', () => {
  expect(pauses({ ...soonAgain, attempts: 7 }, longest)).toEqual([250, 500, 1_000, 2_000, 4_000, 5_000])
  expect(Number.isInteger(pauseAfter(1, soonAgain, () => 0.123))).toBe(true)
})

test('a mail is tried again soon, because somebody waits for it, and for hours, because mail servers can be slow', () => {
  expect(pauses(mail.retry, longest)).toEqual([10_000, minute, 6 * minute, 36 * minute, 216 * minute])
  expect(total(mail.retry, shortest)).toBeGreaterThan(2 * 60 * minute)
})

test('a scan waits about a day for a scanner that is away, and at most five minutes for one that is back', () => {
  expect(total(fileScan.retry, longest)).toBeGreaterThan(24 * 60 * minute)
  expect(total(fileScan.retry, shortest)).toBeGreaterThan(16 * 60 * minute)
  expect(Math.max(...pauses(fileScan.retry, longest))).toBeLessThanOrEqual(5 * minute)
})

test('a picture that cannot be made is given up after five attempts, within the hour', () => {
  expect(pauses(fileDerive.retry, longest)).toEqual([5_000, 25_000, 125_000, 625_000])
})
