import type { IncomingMessage, Server } from 'node:http'
import { type AppRouter, appRouter, type Context, closeCodes, maxFrameBytes } from '@humuus/api'
import { applyWSSHandler, type CreateWSSContextFnOptions } from '@trpc/server/adapters/ws'
import { WebSocketServer } from 'ws'
import type { Connections } from '../identity/connections.ts'
import type { RequestLog } from '../ops/request-log.ts'
import { LiveSocket } from './live-socket.ts'
import type { OwnPage } from './origin.ts'

/** A phone that answers no ping within this time is gone; one sweep serves all connections. */
const pingMs = 3_000

export interface LiveSockets {
  /** WebSocket connections that are open. */
  count(): number
  /** Says "come back" to everybody and waits until they are gone, at most `withinMs`. */
  close(withinMs: number): Promise<void>
}

interface LiveSocketOptions {
  readonly server: Server
  readonly path: string
  readonly createContext: (options: CreateWSSContextFnOptions) => Promise<Context>
  readonly connections: Connections
  readonly isOwnPage: OwnPage
  readonly onError: RequestLog['failed']
}

/** The WebSocket side of the API: tRPC over `ws`, with limits at the edge. */
export function liveSockets(options: LiveSocketOptions): LiveSockets {
  const { server, path, createContext, connections, isOwnPage, onError } = options
  const sockets = new WebSocketServer<typeof LiveSocket>({
    server,
    path,
    WebSocket: LiveSocket,
    maxPayload: maxFrameBytes,
    perMessageDeflate: false,
    verifyClient: ({ req }: { req: IncomingMessage }) => isOwnPage(req.headers),
  })
  sockets.on('connection', (socket, request) => {
    socket.carriedBy(request.socket)
    // A broken frame closes its own socket (code 1007, 1009 …) and concerns nobody else.
    socket.on('error', () => socket.terminate())
  })
  const sweep = setInterval(() => {
    for (const socket of sockets.clients) socket.lookAfter()
  }, pingMs)

  applyWSSHandler<AppRouter>({
    wss: sockets,
    router: appRouter,
    createContext: async (options) => {
      const context = await createContext(options)
      return options.res instanceof LiveSocket ? options.res.within(context, connections) : context
    },
    onError: ({ error, path: procedure, ctx, input }) => {
      if (!isBrokenFrame(error)) onError(error, { path: procedure, requestId: ctx?.requestId, input })
    },
  })

  return {
    count: () => sockets.clients.size,
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

/** What `ws` says of a frame that breaks its rules: the fault of whoever sent it, and no error of ours. */
const isBrokenFrame = ({ cause }: Error): boolean =>
  cause instanceof Error && 'code' in cause && String(cause.code).startsWith('WS_ERR_')
