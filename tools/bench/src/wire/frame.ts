export const opcodes = { text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const

/** The header of a client's frame, with a mask of zeros: allowed, and it leaves the payload as it is. */
export function frame(payload: Buffer, opcode: number): Buffer {
  const { length } = payload
  const extra = length < 126 ? 0 : length < 65_536 ? 2 : 8
  const framed = Buffer.alloc(6 + extra + length)
  framed[0] = 0x80 | opcode
  framed[1] = 0x80 | (extra === 0 ? length : extra === 2 ? 126 : 127)
  if (extra === 2) framed.writeUInt16BE(length, 2)
  if (extra === 8) framed.writeBigUInt64BE(BigInt(length), 2)
  payload.copy(framed, 6 + extra)
  return framed
}

/** Cuts what a server sends into frames (RFC 6455). Servers mask nothing, and those measured here fragment nothing. */
export class FrameReader {
  #rest: Buffer | null = null
  readonly #take: (opcode: number, payload: Buffer) => void

  constructor(take: (opcode: number, payload: Buffer) => void) {
    this.#take = take
  }

  read(chunk: Buffer): void {
    const bytes = this.#rest === null ? chunk : Buffer.concat([this.#rest, chunk])
    let at = 0
    for (;;) {
      const body = bodyOf(bytes, at)
      if (body === null || body.end > bytes.length) break
      this.#take((bytes[at] ?? 0) & 0x0f, bytes.subarray(body.start, body.end))
      at = body.end
    }
    this.#rest = at === bytes.length ? null : bytes.subarray(at)
  }
}

/** Where the payload of the frame at `at` lies; `null` while its header is not there yet. */
function bodyOf(bytes: Buffer, at: number): { start: number; end: number } | null {
  if (bytes.length < at + 2) return null
  const short = (bytes[at + 1] ?? 0) & 0x7f
  if (short < 126) return { start: at + 2, end: at + 2 + short }
  const size = short === 126 ? 2 : 8
  if (bytes.length < at + 2 + size) return null
  const length = short === 126 ? bytes.readUInt16BE(at + 2) : Number(bytes.readBigUInt64BE(at + 2))
  return { start: at + 2 + size, end: at + 2 + size + length }
}
