/** Socket.IO: everybody is in one room, an emit goes to the room, a vote is answered through its acknowledgement. */
import { createServer } from 'node:http'
import { Server } from 'socket.io'
import { listen } from './listen.ts'
import { play, updateOf } from './stage.ts'
import { openStore, Vote } from './store.ts'

const server = createServer()
// Compression is off by default, HTTP's too where nobody polls.
const io = new Server(server, { transports: ['websocket'], serveClient: false })
const store = openStore()
let now = updateOf(0)

io.on('connection', (socket) => {
  socket.join('workshop')
  socket.emit('update', now)
  socket.on('vote', async (sent: unknown, acknowledge: (answer: object) => void) => {
    const vote = Vote.safeParse(sent)
    if (!vote.success) return acknowledge({ ok: false })
    await store.add(vote.data)
    acknowledge({ ok: true })
  })
})

play({
  port: await listen(server),
  store,
  publish: (updates) => {
    for (const update of updates) {
      now = update
      io.to('workshop').emit('update', now)
    }
  },
})
