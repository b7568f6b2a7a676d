/** tRPC as its documentation has it: a subscription is a generator over an emitter, a vote a mutation. */
import { EventEmitter, on } from 'node:events'
import { createServer } from 'node:http'
import { initTRPC, tracked } from '@trpc/server'
import { applyWSSHandler } from '@trpc/server/adapters/ws'
import { WebSocketServer } from 'ws'
import { z } from 'zod'
import { listen } from './listen.ts'
import { play, type Update, updateOf } from './stage.ts'
import { openStore, Vote } from './store.ts'

const t = initTRPC.create()
const store = openStore()
const updates = new EventEmitter().setMaxListeners(0)
let now = updateOf(0)

const router = t.router({
  live: t.procedure.input(z.object({ lastEventId: z.string().nullish() })).subscription(async function* ({ signal }) {
    // Listening before the first look, so that nothing falls in between.
    const coming = on(updates, 'update', signal === undefined ? {} : { signal })
    yield tracked(String(now.mark), now)
    for await (const [update] of coming as AsyncIterable<[Update]>) yield tracked(String(update.mark), update)
  }),
  vote: t.procedure.input(Vote).mutation(async ({ input }) => {
    await store.add(input)
    return { ok: true }
  }),
})

const server = createServer()
const sockets = new WebSocketServer({ server, perMessageDeflate: false })
applyWSSHandler({ wss: sockets, router, createContext: () => ({}) })

play({
  port: await listen(server),
  store,
  publish: (fresh) => {
    for (const update of fresh) {
      now = update
      updates.emit('update', update)
    }
  },
})
