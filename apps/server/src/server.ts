import type { AddressInfo } from 'node:net'
import fastifyCookie from '@fastify/cookie'
import { type AppRouter, appRouter, type Ports } from '@humuus/api'
import {
  deviceStore,
  migrate,
  openDatabase,
  pendingMigrations,
  postgresEventLog,
  sessionStore,
  workshopStore,
} from '@humuus/db'
import { openQueues } from '@humuus/jobs'
import { type FastifyTRPCPluginOptions, fastifyTRPCPlugin } from '@trpc/server/adapters/fastify'
import fastify, { type FastifyBaseLogger } from 'fastify'
import { contextMaker } from './context.ts'
import type { Env } from './env.ts'
import { tokenKeys } from './identity/tokens.ts'
import { addDemoWorkshops } from './library/demo.ts'
import { sessionDirectory, sessionStart, workshopLibrary } from './library/stored.ts'
import { liveSockets } from './live/web-socket-server.ts'
import { healthRoutes } from './ops/health.ts'
import { securityHeaders } from './ops/security-headers.ts'
import { LiveRooms } from './rooms/rooms.ts'
import { webFiles } from './web-files.ts'

export interface RunningServer extends AsyncDisposable {
  readonly url: string
  /** No new work, what is in flight finished, sockets told to come back; everything closed when it resolves. */
  stop(): Promise<void>
}

/** Largest HTTP body: a workshop file. */
const maxBodyBytes = 1_048_576

/** Sockets that do not close by themselves are cut after this. */
const socketPatienceMs = 3_000

/** Composes the system and listens. `now` is the only thing a test replaces. */
export async function startServer(
  env: Env,
  log: FastifyBaseLogger,
  now: () => number = Date.now,
): Promise<RunningServer> {
  await migrate(env.DATABASE_URL)
  const db = openDatabase(env.DATABASE_URL)
  const queues = openQueues(
    { databaseUrl: env.DATABASE_URL, redisUrl: env.REDIS_URL },
    { onError: (error) => log.error({ err: error }, 'queue') },
  )
  const workshops = workshopStore(db)
  const sessions = sessionStore(db)
  const devices = deviceStore(db)
  await addDemoWorkshops(workshops)

  const keys = tokenKeys(env.AUTH_SECRET, now)
  const rooms = new LiveRooms({
    log: postgresEventLog(db),
    now,
    start: (id) => sessionStart(sessions, id),
    schedule: (sessionId, deadline) => {
      queues.timers
        .schedule({ sessionId, deadline })
        .catch((error: unknown) => log.error({ err: error, sessionId }, 'timer not scheduled'))
    },
    onError: (error, sessionId) => log.error({ err: error, sessionId }, 'room'),
  })
  const ports: Ports = {
    now,
    devices,
    tokens: keys,
    workshops: workshopLibrary(workshops),
    sessions: sessionDirectory(sessions, now),
    rooms,
  }

  const app = fastify({
    loggerInstance: log,
    bodyLimit: maxBodyBytes,
    disableRequestLogging: true,
    forceCloseConnections: true,
    maxParamLength: 500,
  })
  securityHeaders(app)
  await app.register(fastifyCookie)
  const contexts = contextMaker(ports, keys, env.INTERNAL_SECRET, (header) => app.parseCookie(header))
  healthRoutes(app, {
    trouble: async () => {
      if (stopping !== null) return 'stopping'
      try {
        return (await pendingMigrations(db)).length > 0 ? 'migrations are missing' : null
      } catch {
        return 'the database does not answer'
      }
    },
  })
  await app.register(fastifyTRPCPlugin, {
    prefix: '/trpc',
    trpcOptions: {
      router: appRouter,
      createContext: contexts.http,
      onError: ({ error, path }) => {
        if (error.code === 'INTERNAL_SERVER_ERROR') log.error({ err: error, path }, 'request')
      },
    } satisfies FastifyTRPCPluginOptions<AppRouter>['trpcOptions'],
  })
  if (env.WEB_DIR !== undefined) await webFiles(app, env.WEB_DIR)
  const sockets = liveSockets({
    server: app.server,
    path: '/trpc',
    createContext: contexts.socket,
    onError: (error, path) => log.error({ err: error, path }, 'socket request'),
  })
  await app.listen({ host: env.HOST, port: env.PORT })

  let stopping: Promise<void> | null = null
  const close = async () => {
    await rooms.stop()
    await sockets.close(socketPatienceMs)
    await app.close()
    await queues.close()
    await db.close()
  }
  const stop = () => {
    stopping ??= close()
    return stopping
  }
  const { port } = app.server.address() as AddressInfo
  return {
    url: `http://${env.HOST.includes(':') ? `[${env.HOST}]` : env.HOST}:${port}`,
    stop,
    [Symbol.asyncDispose]: stop,
  }
}
