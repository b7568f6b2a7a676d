import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { type AppRouter, appRouter, type Ports, type StoredSession, screenKeyName, wireVersionName } from '@humuus/api'
import { devicePeople, smallContext } from '@humuus/api/testing'
import { engine, type WorkshopPlan } from '@humuus/workshop-engine'
import { createHTTPServer } from '@trpc/server/adapters/standalone'
import { applyWSSHandler } from '@trpc/server/adapters/ws'
import { WebSocketServer } from 'ws'
import { type Client, type ConnectOptions, connect } from '../src/index.ts'
import { SmallRoom } from './small-room.ts'

const plan = engine.plan.parse({
  format: 'humuus/1',
  title: 'Two questions',
  nodes: [
    { id: 'mood', type: 'poll', data: { text: 'How are you?', options: [{ text: 'Fine' }, { text: 'Tired' }] } },
    { id: 'wishes', type: 'open-question', data: { text: 'What do you wish for?' } },
  ],
})

export interface SmallWorld extends AsyncDisposable {
  readonly url: string
  readonly room: SmallRoom
  readonly sessionId: string
  readonly code: string
  readonly screenKey: string
  /** Signed in as the facilitator of the session; closed with the world. */
  readonly facilitator: Client
  /** Another client; closed with the world. */
  connect(options?: Partial<ConnectOptions>): Promise<Client>
}

/** The real API on real sockets, with one session of one workshop, on a free port. */
export async function smallWorld(given: WorkshopPlan = plan): Promise<SmallWorld> {
  const session: StoredSession = {
    id: randomUUID(),
    workshopId: randomUUID(),
    facilitatorId: randomUUID(),
    status: 'created',
    joinCode: '246810',
    screenKey: randomUUID(),
    title: given.title,
    hostName: 'Host',
    createdAt: 0,
    startedAt: null,
    completedAt: null,
  }
  const room = new SmallRoom(
    engine.initial({ plan: given, facilitator: { id: session.facilitatorId, name: session.hostName } }),
  )
  let isFirst = true
  const people = devicePeople(() => {
    const userId = isFirst ? session.facilitatorId : randomUUID()
    isFirst = false
    return userId
  })
  const ports: Ports = {
    now: () => Date.now() + room.clockAhead,
    ...people,
    workshops: {
      list: async () => [],
      get: async () => null,
      create: () => Promise.reject(new Error('no library here')),
      remove: async () => {},
    },
    sessions: {
      create: () => Promise.reject(new Error('no library here')),
      get: async (id) => (id === session.id ? session : null),
      byCode: async (code) => (code === session.joinCode ? session : null),
      listByFacilitator: async () => [session],
    },
    rooms: room,
    trouble: async () => [],
    receipts: {
      report: async (told) => {
        if (room.isDeaf) throw new Error('no books just now')
        room.reports.push(told)
      },
      of: () => Promise.reject(new Error('no books here')),
    },
  }
  const server = createHTTPServer({
    router: appRouter,
    basePath: '/trpc/',
    createContext: ({ req }) => ({
      ...smallContext(ports, req.headers.authorization?.replace('Bearer ', ''), req.headers[wireVersionName]),
      screenKey: req.headers[screenKeyName]?.toString(),
    }),
  })
  const sockets = new WebSocketServer({ server, path: '/trpc' })
  applyWSSHandler<AppRouter>({
    wss: sockets,
    router: appRouter,
    createContext: ({ info }) =>
      smallContext(ports, info.connectionParams?.token, info.connectionParams?.[wireVersionName]),
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')

  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const clients: Client[] = []
  const open = async (options: Partial<ConnectOptions> = {}) => {
    const client = await connect({ url, ...options })
    clients.push(client)
    return client
  }
  return {
    url,
    room,
    sessionId: session.id,
    code: session.joinCode,
    screenKey: session.screenKey,
    facilitator: await open(),
    connect: open,
    [Symbol.asyncDispose]: async () => {
      await Promise.all(clients.map((client) => client.close()))
      for (const socket of sockets.clients) socket.terminate()
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
