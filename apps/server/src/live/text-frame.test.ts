import { expect, test } from 'vitest'
import * as ws from 'ws'
import { textFrame } from './text-frame.ts'

/** What `ws` itself makes of it; its types do not know this. */
const { frame } = (ws as unknown as { Sender: { frame: (data: Buffer, options: object) => Buffer[] } }).Sender

test.each([0, 1, 125, 126, 65_535, 65_536, 200_000])('a text of %d bytes is framed as ws does it', (size) => {
  const text = 'ü'.repeat(Math.floor(size / 2)) + 'x'.repeat(size % 2)
  const options = { fin: true, opcode: 1, mask: false, readOnly: true, rsv1: false }
  expect(textFrame(text)).toEqual(Buffer.concat(frame(Buffer.from(text), options)))
})
