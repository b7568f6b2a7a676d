import type { Line } from './line.ts'
import type { Speech } from './speech.ts'

/** First bytes of Colyseus 0.18, of those that occur here. */
const codes = { joinRoom: 10, state: 14, patch: 15, request: 21, response: 22 } as const

/** A request to which the room's handler said yes. */
const ok = 0

interface Seat {
  readonly processId: string
  readonly roomId: string
  readonly sessionId: string
}

/** The room's state as binary patches. A patch says nothing of its number, so they are counted: each update is one. */
export const colyseusSpeech: Speech = {
  path: async (url) => {
    const answer = await fetch(`${url}/matchmake/joinOrCreate/bench`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    })
    const { processId, roomId, sessionId } = (await answer.json()) as Seat
    return `/${processId}/${roomId}?sessionId=${sessionId}`
  },
  // The answer to the room's greeting; see `hear`.
  enter: () => {},
  hear: (payload, line) => {
    const [code] = payload
    if (code === codes.joinRoom) line.send(Buffer.from([codes.joinRoom]))
    if (code === codes.state) line.reached(0)
    if (code === codes.patch) line.reached(line.mark + 1)
    if (code === codes.response) hearResponse(payload, line)
  },
  vote: (id, { userId, choice }) =>
    Buffer.concat([Buffer.from([codes.request]), number(id), text('vote'), packed({ userId, choice })]),
}

function hearResponse(payload: Buffer, line: Line): void {
  const { value, end } = numberAt(payload, 1)
  const status = payload[end]
  line.answered(value, status === ok ? { ok: true } : new Error(`Colyseus said ${status}`))
}

/** Whole numbers below 128 are a byte; before larger ones stands how many bytes they have, low byte first. */
const widths: ReadonlyMap<number, number> = new Map([
  [0xcc, 1],
  [0xcd, 2],
  [0xce, 4],
])

function numberAt(bytes: Buffer, at: number): { value: number; end: number } {
  const first = bytes[at] ?? 0
  const width = widths.get(first)
  if (width === undefined) return { value: first, end: at + 1 }
  return { value: bytes.readUIntLE(at + 1, width), end: at + 1 + width }
}

function number(value: number): Buffer {
  if (value < 128) return Buffer.from([value])
  const bytes = Buffer.alloc(5, 0xce)
  bytes.writeUInt32LE(value, 1)
  return bytes
}

/** A short text, in MessagePack and in the room's own coding alike. */
function text(value: string): Buffer {
  const bytes = Buffer.from(value)
  return bytes.length < 32 ? Buffer.concat([Buffer.from([0xa0 | bytes.length]), bytes]) : longText(bytes)
}

const longText = (bytes: Buffer): Buffer => Buffer.concat([Buffer.from([0xd9, bytes.length]), bytes])

/** A vote in MessagePack: a map of two. */
const packed = ({ userId, choice }: { userId: string; choice: number }): Buffer =>
  Buffer.concat([Buffer.from([0x82]), text('userId'), text(userId), text('choice'), Buffer.from([choice])])
