import type { Line } from './line.ts'
import { digitsAt, type Speech } from './speech.ts'

const beginOfMark = Buffer.from('"mark":')

/** Engine.IO's packet types, then Socket.IO's: https://socket.io/docs/v4/socket-io-protocol/ */
const packets = { ping: '2', pong: '3', connect: '40', event: '42', answer: '43' } as const

/** Socket.IO over WebSocket from the first byte on; its updates carry a number. */
export const socketIoSpeech: Speech = {
  path: () => '/socket.io/?EIO=4&transport=websocket',
  enter: (line) => line.send(packets.connect),
  hear: (payload, line) => {
    const type = payload.toString('latin1', 0, payload[0] === 0x34 ? 2 : 1)
    if (type === packets.ping) line.send(packets.pong)
    if (type === packets.event) line.reached(digitsAt(payload, payload.indexOf(beginOfMark) + beginOfMark.length))
    if (type === packets.answer) hearAnswer(payload, line)
  },
  vote: (id, vote) => `${packets.event}${id}${JSON.stringify(['vote', vote])}`,
}

/** `43<id>[…]` */
function hearAnswer(payload: Buffer, line: Line): void {
  const id = digitsAt(payload, packets.answer.length)
  const [answer] = JSON.parse(payload.toString('utf8', payload.indexOf('['))) as unknown[]
  line.answered(id, answer)
}
