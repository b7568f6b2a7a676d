import { expect, test } from 'vitest'
import { FrameReader, frame, opcodes } from './frame.ts'

/** As a server sends it: without a mask. */
function unmasked(payload: Buffer): Buffer {
  const sent = frame(payload, opcodes.text)
  const header = sent.subarray(0, sent.length - payload.length - 4)
  header[1] = (header[1] ?? 0) & 0x7f
  return Buffer.concat([header, payload])
}

const payloads = [0, 1, 125, 126, 65_535, 65_536].map((length) => Buffer.alloc(length, length % 251))

test('frames of every length are read as they were sent, in one piece and byte by byte', () => {
  const bytes = Buffer.concat(payloads.map(unmasked))
  for (const step of [bytes.length, 7_919, 3]) {
    const read: Buffer[] = []
    const reader = new FrameReader((opcode, payload) => {
      expect(opcode).toBe(opcodes.text)
      read.push(Buffer.from(payload))
    })
    for (let at = 0; at < bytes.length; at += step) reader.read(bytes.subarray(at, at + step))
    expect(read.map(({ length }) => length)).toEqual(payloads.map(({ length }) => length))
    expect(Buffer.concat(read)).toEqual(Buffer.concat(payloads))
  }
})
