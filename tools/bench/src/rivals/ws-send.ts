/** Bare `ws`: the text is made once and sent to each. */
import { createServer } from 'node:http'
import { WebSocketServer } from 'ws'
import { listen } from './listen.ts'
import { play, updateOf } from './stage.ts'

const server = createServer()
const sockets = new WebSocketServer({ server, perMessageDeflate: false })
let text = JSON.stringify(updateOf(0))
sockets.on('connection', (socket) => socket.send(text))

play({
  port: await listen(server),
  publish: (updates) => {
    for (const update of updates) {
      text = JSON.stringify(update)
      for (const socket of sockets.clients) socket.send(text)
    }
  },
})
