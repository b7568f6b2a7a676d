import type { IncomingMessage, Server } from 'node:http'
import { closeCodes, maxFrameBytes } from '@humuus/api'
import { WebSocket, WebSocketServer } from 'ws'
import type { Connections } from '../identity/connections.ts'
import { Connection, type ConnectionParts } from './connection.ts'
import { LiveSocket } from './live-socket.ts'
import type { OwnPage } from './origin.ts'
import { Rota } from './rota.ts'

/** A phone that answers no ping within this time is gone. */
const pingMs = 3_000

/** As many pings as there are phones hold up the rest for a tenth of a second: some of them at a time. */
const pingSomeMs = 50

export interface LiveSockets {
  /** WebSocket connections that are open. */
  count(): number
  /** Says "come back" to everybody and waits until they are gone, at most `withinMs`. */
  close(withinMs: number): Promise<void>
}

interface LiveSocketOptions extends ConnectionParts {
  readonly server: Server
  readonly path: string
  readonly connections: Connections
  readonly isOwnPage: OwnPage
}

/** The WebSocket side of the API: tRPC's protocol over `ws`, with limits at the edge. */
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
  const parts: ConnectionParts = {
    createContext: async (socket, ...said) => {
      const context = await createContext(socket, ...said)
      socket.belongsTo(context, connections)
      return context
    },
    onError,
  }
  sockets.on('connection', (socket, request) => {
    socket.carriedBy(request.socket)
    new Connection(socket, request, parts)
    rota.add(socket)
  })
  const rota = new Rota<LiveSocket>(pingMs, pingSomeMs, (socket) => {
    socket.lookAfter()
    return socket.readyState !== WebSocket.CLOSED
  })

  return {
    count: () => sockets.clients.size,
    close: async (withinMs) => {
      rota.stop()
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
