import type { IncomingMessage, Server } from 'node:http'
import { type AppRouter, appRouter, type Context, closeCodes, maxFrameBytes } from '@humuus/api'
import { applyWSSHandler, type CreateWSSContextFnOptions } from '@trpc/server/adapters/ws'
import { type WebSocket, WebSocketServer } from 'ws'
import { messageLimit } from './message-limit.ts'
import { isOwnOrigin } from './origin.ts'

/** A phone that answers no ping within this time is gone; one sweep serves all connections. */
const pingMs = 3_000

export interface LiveSockets {
  /** Says "come back" to everybody and waits until they are gone, at most `withinMs`. */
  close(withinMs: number): Promise<void>
}

interface LiveSocketOptions {
  readonly server: Server
  readonly path: string
  readonly createContext: (options: CreateWSSContextFnOptions) => Promise<Context>
  readonly onError: (error: Error, path: string | undefined) => void
}

/** The WebSocket side of the API: tRPC over `ws`, with limits at the edge. */
export function liveSockets({ server, path, createContext, onError }: LiveSocketOptions): LiveSockets {
  const sockets = new WebSocketServer({
    server,
    path,
    maxPayload: maxFrameBytes,
    perMessageDeflate: false,
    verifyClient: ({ req }: { req: IncomingMessage }) => isOwnOrigin(req.headers.origin, req.headers.host),
  })
  const answered = new WeakSet<WebSocket>()
  sockets.on('connection', (socket) => {
    answered.add(socket)
    socket.on('pong', () => answered.add(socket))
    const mayGoOn = messageLimit(() => performance.now())
    socket.on('message', () => {
      if (!mayGoOn()) socket.close(closeCodes.slowDown, 'slow_down')
    })
    // A broken frame closes its own socket (code 1007, 1009 …) and concerns nobody else.
    socket.on('error', () => socket.terminate())
  })
  const sweep = setInterval(() => {
    for (const socket of sockets.clients) {
      if (!answered.delete(socket)) socket.terminate()
      else socket.ping()
    }
  }, pingMs)

  applyWSSHandler<AppRouter>({
    wss: sockets,
    router: appRouter,
    createContext,
    onError: ({ error, path: procedure }) => {
      if (error.code === 'INTERNAL_SERVER_ERROR') onError(error, procedure)
    },
  })

  return {
    close: async (withinMs) => {
      clearInterval(sweep)
      const gone = new Promise<void>((resolve) => sockets.close(() => resolve()))
      for (const socket of sockets.clients) socket.close(closeCodes.comeBack, 'come back')
      const impatient = setTimeout(() => {
        for (const socket of sockets.clients) socket.terminate()
      }, withinMs)
      await gone
      clearTimeout(impatient)
    },
  }
}
