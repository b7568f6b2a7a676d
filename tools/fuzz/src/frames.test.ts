import { expect, test } from 'vitest'
import { frame } from './frames.ts'

test.each([
  ['', [0x81, 0x80]],
  ['x'.repeat(125), [0x81, 0xfd]],
  ['x'.repeat(126), [0x81, 0xfe, 0, 126]],
  ['x'.repeat(65_536), [0x81, 0xff, 0, 0, 0, 0, 0, 1, 0, 0]],
])('a text frame begins with its length: %#', (text, head) => {
  const bytes = frame(text)
  expect([...bytes.subarray(0, head.length)]).toEqual(head)
  expect(bytes).toHaveLength(head.length + 4 + text.length)
})

test('a frame that breaks the rules breaks only the one it is told to', () => {
  expect([...frame('a', { opcode: 3, fin: false, reserved: 7, masked: false })]).toEqual([0x73, 1, 97])
})
