import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { type AppRouter, appRouter, type Ports, wireVersionName } from '@humuus/api'
import { smallContext } from '@humuus/api/testing'
import { createHTTPServer } from '@trpc/server/adapters/standalone'
import { applyWSSHandler } from '@trpc/server/adapters/ws'
import { WebSocketServer } from 'ws'

export interface FakeServer {
  readonly url: string
  /** Gone at once, with all connections. */
  kill(): Promise<void>
}

/** The real API on real sockets over fake ports. */
export async function fakeServer(ports: Ports, port = 0): Promise<FakeServer> {
  const server = createHTTPServer({
    router: appRouter,
    basePath: '/trpc/',
    createContext: ({ req }) =>
      smallContext(ports, req.headers.authorization?.replace('Bearer ', ''), req.headers[wireVersionName]),
  })
  const sockets = new WebSocketServer({ server, path: '/trpc' })
  applyWSSHandler<AppRouter>({
    wss: sockets,
    router: appRouter,
    createContext: ({ info }) =>
      smallContext(ports, info.connectionParams?.token, info.connectionParams?.[wireVersionName]),
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    kill: async () => {
      for (const socket of sockets.clients) socket.terminate()
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
