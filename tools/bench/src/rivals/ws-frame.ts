/** Bare `ws`, less what it does for each socket: the frame is made once and written to the sockets below. */
import { createServer } from 'node:http'
import type { Socket } from 'node:net'
import * as ws from 'ws'
import { listen } from './listen.ts'
import { play, type Update, updateOf } from './stage.ts'

const server = createServer()
const sockets = new ws.WebSocketServer({ server, perMessageDeflate: false })
const carriers = new Set<Socket>()

/** It is exported, and not in the types. */
const { Sender } = ws as unknown as { Sender: { frame(payload: Buffer, options: object): Buffer[] } }
const framed = (update: Update): Buffer =>
  Buffer.concat(Sender.frame(Buffer.from(JSON.stringify(update)), { fin: true, rsv1: false, opcode: 1, mask: false }))

let bytes = framed(updateOf(0))
sockets.on('connection', (socket, { socket: carrier }) => {
  carriers.add(carrier)
  socket.once('close', () => carriers.delete(carrier))
  carrier.write(bytes)
})

play({
  port: await listen(server),
  publish: (updates) => {
    for (const update of updates) {
      bytes = framed(update)
      for (const carrier of carriers) carrier.write(bytes)
    }
  },
})
