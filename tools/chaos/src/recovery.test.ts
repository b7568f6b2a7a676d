import { expect, test } from 'vitest'
import { recoveryOf } from './recovery.ts'

test('median and worst are told in seconds', () => {
  expect(recoveryOf([900, 1_500, 1_234])).toEqual({ measured: 3, median: 1.23, worst: 1.5 })
  expect(recoveryOf([2_000, 1_000])).toEqual({ measured: 2, median: 1, worst: 2 })
  expect(recoveryOf([])).toEqual({ measured: 0, median: null, worst: null })
})
