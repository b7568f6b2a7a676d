import { randomUUID } from 'node:crypto'
import fastifyCookie from '@fastify/cookie'
import type { Ports } from '@humuus/api'
import type { Operators } from '@humuus/jobs'
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify'
import { contextMaker } from './context.ts'
import type { FilesOfServer } from './files/compose.ts'
import { uploadsPath } from './files/upload-routes.ts'
import { httpApi } from './http-api.ts'
import { addressOf, protocolOf, type TrustedProxies, trustIn } from './identity/address.ts'
import type { Authenticate } from './identity/authentication.ts'
import type { Connections } from './identity/connections.ts'
import { type OidcParts, oidcRoutes } from './identity/oidc/routes.ts'
import { ownPage } from './live/origin.ts'
import { type LiveSockets, liveSockets } from './live/web-socket-server.ts'
import { badAddress, edgeErrors, refused, unreadable } from './ops/edge-errors.ts'
import { followCalls } from './ops/follow.ts'
import { healthRoutes, type Readiness } from './ops/health.ts'
import { metricsRoute } from './ops/metrics-route.ts'
import type { Numbers } from './ops/numbers.ts'
import { ownPagesOnly } from './ops/own-pages-only.ts'
import { queueBoard } from './ops/queue-board.ts'
import { requestLog } from './ops/request-log.ts'
import { saidInTime } from './ops/said-in-time.ts'
import { securityHeaders } from './ops/security-headers.ts'
import { seenRoute } from './ops/seen.ts'
import { webFiles } from './web-files.ts'

/** Where the API is, over HTTP and WebSocket alike. */
const apiPath = '/trpc'

/** Largest HTTP body: a workshop file. */
const maxBodyBytes = 1_048_576

/** A request has to say in this time what it wants, and to have said all (ms): no connection is held by somebody who says nothing. */
const patience = { headersTimeout: 10_000, connectionsCheckingInterval: 5_000 }
const bodyWithinMs = 60_000
/** A file may take longer, over a slow network. */
const requestTimeout = 3_600_000

/** Ids of batched procedures stand in the path. */
const maxPathParameter = 1_000

export interface AppParts extends Readiness {
  readonly ports: Ports
  readonly authenticate: Authenticate
  readonly connections: Connections
  readonly oidc: OidcParts | null
  /** Those who look after the queues. */
  readonly operators: Operators
  /** Files come in and go out. */
  readonly files: Pick<FilesOfServer, 'routes'>
  /** Where files are fetched from, if not from here. */
  readonly filesUrl: string | undefined
  readonly internalSecret: string
  /** Folder of the built web app, if it is served from here. */
  readonly webDir: string | undefined
  /** Where people find this installation, if that is known. */
  readonly publicUrl: string | undefined
  readonly trustedProxies: TrustedProxies
  /** Sites that may show our pages in a frame. */
  readonly embedOrigins: readonly string[]
  readonly log: FastifyBaseLogger
  readonly numbers: Numbers
  readonly hasTraces: boolean
  readonly metrics: Parameters<typeof metricsRoute>[1]
}

/** HTTP, WebSocket and the web app on one port; not listening yet. */
export async function buildApp(parts: AppParts): Promise<{ app: FastifyInstance; sockets: LiveSockets }> {
  const { log } = parts
  const app: FastifyInstance = fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    genReqId: () => randomUUID(),
    bodyLimit: maxBodyBytes,
    forceCloseConnections: true,
    clientErrorHandler: unreadable,
    frameworkErrors: badAddress,
    http: patience,
    requestTimeout,
    trustProxy: trustIn(parts.trustedProxies),
    routerOptions: { maxParamLength: maxPathParameter },
  })
  const isOwnPage = ownPage(parts.publicUrl)
  securityHeaders(app, parts)
  edgeErrors(app)
  saidInTime(app, { withinMs: bodyWithinMs, except: uploadsPath })
  ownPagesOnly(app, apiPath, isOwnPage)
  await app.register(fastifyCookie)
  healthRoutes(app, parts)
  metricsRoute(app, parts.metrics)
  const sender = addressOf(parts.trustedProxies)
  const protocol = protocolOf(parts.trustedProxies)
  seenRoute(app, { internalSecret: parts.internalSecret, addressOf: sender, protocolOf: protocol })
  oidcRoutes(app, parts.oidc, { authenticate: parts.authenticate, addressOf: sender, isOwnPage })
  const traces = parts.hasTraces
  const requests = { http: requestLog(log, 'http', traces), socket: requestLog(log, 'socket', traces) }
  const followed = { log, numbers: parts.numbers }
  await queueBoard(app, {
    operators: parts.operators,
    authenticate: parts.authenticate,
    accounts: parts.ports.accounts,
  })
  parts.files.routes(app, parts.authenticate)
  const contexts = contextMaker({
    ports: parts.ports,
    authenticate: parts.authenticate,
    connections: parts.connections,
    internalSecret: parts.internalSecret,
    addressOf: sender,
    protocolOf: protocol,
    parse: (header) => app.parseCookie(header),
    follow: {
      http: followCalls({ ...followed, requests: requests.http }),
      socket: followCalls({ ...followed, requests: requests.socket }),
    },
  })
  await httpApi(app, { prefix: apiPath, createContext: contexts.http, onError: requests.http.failed })
  if (parts.webDir === undefined) app.setNotFoundHandler((_request, reply) => reply.code(404).send(refused(404)))
  else await webFiles(app, parts.webDir)
  const sockets = liveSockets({
    server: app.server,
    path: apiPath,
    createContext: contexts.socket,
    connections: parts.connections,
    isOwnPage,
    onError: requests.socket.failed,
  })
  return { app, sockets }
}
