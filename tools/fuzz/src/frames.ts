import type { Random } from '@humuus/workshop-engine/testing'

interface FrameShape {
  readonly opcode?: number
  readonly fin?: boolean
  /** The three reserved bits. */
  readonly reserved?: number
  readonly masked?: boolean
  /** Says that the payload has this length. */
  readonly saysLength?: number
}

/** A frame of the WebSocket protocol as a client sends it, or with something wrong with it. */
export function frame(payload: Buffer | string, shape: FrameShape = {}): Buffer {
  const { opcode = 1, fin = true, reserved = 0, masked = true, saysLength } = shape
  const body = Buffer.from(payload)
  const length = saysLength ?? body.length
  const first = (fin ? 0x80 : 0) | (reserved << 4) | opcode
  const mask = Buffer.from([7, 11, 13, 17])
  const head = Buffer.from([first, ...lengthBytes(length, masked ? 0x80 : 0)])
  if (!masked) return Buffer.concat([head, body])
  return Buffer.concat([head, mask, body.map((byte, index) => byte ^ (mask[index % 4] ?? 0))])
}

function lengthBytes(length: number, bit: number): number[] {
  if (length < 126) return [bit | length]
  if (length < 65_536) return [bit | 126, length >> 8, length & 255]
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64BE(BigInt(length))
  return [bit | 127, ...bytes]
}

/** Frames that no client may send, with the codes that the connection may end with. */
export function brokenFrames(random: Random): {
  readonly name: string
  readonly bytes: Buffer
  readonly codes: readonly number[]
} {
  return random.pick([
    { name: 'bad UTF-8', bytes: frame(Buffer.from([0xc3, 0x28, 0xff])), codes: [1007] },
    {
      name: 'bad UTF-8 in pieces',
      bytes: Buffer.concat([frame(Buffer.from([0xe2, 0x82]), { fin: false }), frame('x', { opcode: 0 })]),
      codes: [1007],
    },
    { name: 'too long', bytes: frame('x'.repeat(65_537)), codes: [1009] },
    { name: 'says it is endless', bytes: frame('x', { saysLength: 2 ** 40 }), codes: [1009] },
    { name: 'without a mask', bytes: frame('{}', { masked: false }), codes: [1002] },
    { name: 'reserved opcode', bytes: frame('{}', { opcode: random.pick([3, 7, 11, 15]) }), codes: [1002] },
    { name: 'reserved bits', bytes: frame('{}', { reserved: 1 + random.below(7) }), codes: [1002] },
    { name: 'continues nothing', bytes: frame('{}', { opcode: 0 }), codes: [1002] },
    { name: 'a ping in pieces', bytes: frame('x', { opcode: 9, fin: false }), codes: [1002] },
    { name: 'a long ping', bytes: frame('x'.repeat(126), { opcode: 9 }), codes: [1002] },
    { name: 'a close of one byte', bytes: frame('x', { opcode: 8 }), codes: [1002] },
    { name: 'a close with a code that is none', bytes: frame(Buffer.from([0x03, 0xed]), { opcode: 8 }), codes: [1002] },
    {
      name: 'a message that never ends',
      bytes: Buffer.concat(
        Array.from({ length: 100 }, (_, index) =>
          frame('x'.repeat(1_000), { opcode: index === 0 ? 1 : 0, fin: false }),
        ),
      ),
      codes: [1009],
    },
  ])
}
