/** Colyseus: one room, whose state is sent as binary patches; a vote is a request to the room. */
import { createServer } from 'node:http'
import { Room, Server, validate } from '@colyseus/core'
import { Schema, type } from '@colyseus/schema'
import { WebSocketTransport } from '@colyseus/ws-transport'
import { play, updateOf } from './stage.ts'
import { openStore, Vote } from './store.ts'

const store = openStore()

class State extends Schema {
  declare mark: number
  declare text: string
}
type('uint32')(State.prototype, 'mark')
type('string')(State.prototype, 'text')

let room: Workshop | null = null

class Workshop extends Room {
  override autoDispose = false
  // Seats of a crowd that comes at once are kept until everybody had a turn (s).
  override seatReservationTimeout = 120
  // A patch goes out with each update instead of by the clock, so that nobody waits for the clock.
  override patchRate = null
  override state = Object.assign(new State(), updateOf(0))
  override messages = {
    vote: validate(Vote, async (_client, vote: Vote) => {
      await store.add(vote)
      return { ok: true }
    }),
  }

  override onCreate(): void {
    room = this
  }
}

const server = createServer()
const game = new Server({ greet: false, gracefullyShutdown: false, transport: new WebSocketTransport({ server }) })
game.define('bench', Workshop)
await game.listen(0, '127.0.0.1', 4_096)
const address = server.address()

play({
  port: typeof address === 'object' && address !== null ? address.port : 0,
  store,
  publish: (update) => {
    if (room === null) return
    room.state.mark = update.mark
    // A text that stays the same would not be in the patch.
    room.state.text = `${update.mark % 10}${update.text.slice(1)}`
    room.broadcastPatch()
  },
})
