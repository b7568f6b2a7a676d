import type { AddressInfo } from 'node:net'
import type { CommandResult } from '@humuus/api'
import { initTRPC, TRPCError } from '@trpc/server'
import { createHTTPServer } from '@trpc/server/adapters/standalone'
import { z } from 'zod'

/** A server over real HTTP that knows ticks alone. */
export interface TickServer extends AsyncDisposable {
  readonly url: string
  /** Sessions it was asked to tick, in order, by those who know the secret. */
  readonly ticks: readonly string[]
  /** What it answers from now on. */
  answer: CommandResult
}

interface Caller {
  readonly secret: string | string[] | undefined
}

const t = initTRPC.context<Caller>().create({
  errorFormatter: ({ shape, error }) => ({ ...shape, data: { ...shape.data, rejection: { code: error.message } } }),
})

/** Listens on `port` of 127.0.0.1; on a free one if none is given. */
export async function tickServer(secret: string, port = 0): Promise<TickServer> {
  const ticks: string[] = []
  const tick = t.procedure.input(z.strictObject({ sessionId: z.uuid() })).mutation(({ ctx, input }) => {
    if (ctx.secret !== secret) throw new TRPCError({ code: 'FORBIDDEN', message: 'not_allowed' })
    ticks.push(input.sessionId)
    return running.answer
  })
  const server = createHTTPServer({
    router: t.router({ internal: t.router({ tick }) }),
    basePath: '/trpc/',
    createContext: ({ req }): Caller => ({ secret: req.headers['x-humuus-worker'] }),
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const running: TickServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    ticks,
    answer: { ok: true, version: 7 },
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  return running
}
