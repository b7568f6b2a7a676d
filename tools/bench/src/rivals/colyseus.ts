/** Colyseus: one room, whose state is sent as binary patches; a vote is a request to the room. */
import { createServer } from 'node:http'
import { Room, Server, validate } from '@colyseus/core'
import { schema, t } from '@colyseus/schema'
import { WebSocketTransport } from '@colyseus/ws-transport'
import { play, type Update, updateOf } from './stage.ts'
import { openStore, Vote } from './store.ts'

const store = openStore()

const State = schema({ mark: t.uint32(), text: t.string() }, 'State')
const state = new State()

let room: Workshop | null = null

class Workshop extends Room {
  override autoDispose = false
  // Seats of a crowd that comes at once are kept until everybody had a turn (s).
  override seatReservationTimeout = 120
  // A patch goes out with each update instead of by the clock, so that nobody waits for the clock.
  override patchRate = null
  override state = state
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

function show({ mark, text }: Update): void {
  state.mark = mark
  // A text that stays the same would not be in the patch.
  state.text = `${mark % 10}${text.slice(1)}`
}
show(updateOf(0))

const server = createServer()
const game = new Server({ greet: false, gracefullyShutdown: false, transport: new WebSocketTransport({ server }) })
game.define('bench', Workshop)
await game.listen(0, '127.0.0.1', 4_096)
const address = server.address()

play({
  port: typeof address === 'object' && address !== null ? address.port : 0,
  store,
  publish: (updates) => {
    for (const update of updates) show(update)
    // What changes within a tick is one patch.
    room?.broadcastPatch()
  },
})
