import { expect, test } from 'vitest'
import { requestsIn } from './requests-in.ts'

test.each([
  ['{"id":1}', 1],
  ['[{"id":1},{"id":2},{"id":3}]', 3],
  ['[]', 1],
  ['[1,', 1],
  ['', 1],
  [' \n[1,2]', 2],
])('a frame %j counts as %i', (frame, count) => {
  expect(requestsIn(Buffer.from(frame))).toBe(count)
})
