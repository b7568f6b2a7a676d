import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { type Context, type Line, type Ports, screenKeyName, wireVersionName } from '@humuus/api'
import type { CreateFastifyContextOptions } from '@trpc/server/adapters/fastify'
import type { Authenticate } from './identity/authentication.ts'
import type { Connections } from './identity/connections.ts'
import { type CookieParser, cookieName } from './identity/cookie.ts'
import { deviceLabel } from './identity/device-label.ts'
import { tokenCookie } from './identity/token-cookie.ts'
import { isWorkerSecret, workerHeader } from './identity/worker-secret.ts'
import type { followCalls } from './ops/follow.ts'
import { withPorts } from './with-ports.ts'

export interface ContextMaker {
  http(options: CreateFastifyContextOptions): Promise<Context>
  /** `params`: what the client says of itself first. */
  socket(
    line: Line,
    request: IncomingMessage,
    params: Readonly<Record<string, string | undefined>> | null,
  ): Promise<Context>
}

type FollowCalls = ReturnType<typeof followCalls>

interface ContextParts {
  readonly ports: Ports
  readonly authenticate: Authenticate
  readonly internalSecret: string
  /** Where a request comes from. */
  readonly addressOf: (request: IncomingMessage) => string
  readonly protocolOf: (request: IncomingMessage) => 'http' | 'https'
  /** Event streams end with the sign-in that they were opened with. */
  readonly connections: Connections
  readonly parse: CookieParser
  readonly follow: { readonly http: FollowCalls; readonly socket: FollowCalls }
}

/** Turns requests into contexts: who asks is read from the cookie, or from a bearer token. */
export function contextMaker({ ports, authenticate, internalSecret, ...parts }: ContextParts): ContextMaker {
  return {
    // Over HTTP parameters are part of the address: what is secret comes in headers alone.
    http: async ({ req, res, info }) => {
      const given = bearer(req.headers.authorization)
      const authentication = await authenticate({
        cookie: req.cookies[cookieName(req.protocol)],
        bearer: given,
        requestId: req.id,
      })
      if (authentication.user !== null && info.type === 'subscription') {
        const { signInId } = authentication.user
        const stream = { signedOut: () => void res.raw.destroy() }
        parts.connections.add(signInId, stream)
        res.raw.once('close', () => parts.connections.remove(signInId, stream))
      }
      const isWorker = isWorkerSecret(req.headers[workerHeader], internalSecret)
      return {
        ...ports,
        ...authentication,
        requestId: req.id,
        follow: parts.follow.http(() => req.id, isWorker ? header(req.headers.traceparent) : undefined),
        address: parts.addressOf(req.raw),
        label: deviceLabel(req.headers['user-agent']),
        screenKey: header(req.headers[screenKeyName]),
        line: webStream,
        isWorker,
        wireVersion: version(req.headers[wireVersionName]),
        cookie: tokenCookie(req, res),
      }
    },
    socket: async (line, req, params) => {
      const cookies = parts.parse(req.headers.cookie ?? '')
      const cookie = cookies[cookieName(parts.protocolOf(req))]
      const requestId = flat(randomUUID())
      const { user, rejection } = await authenticate({ cookie, bearer: params?.token, requestId })
      let calls = 0
      return withPorts(ports, {
        user,
        rejection,
        requestId,
        // Of a connection each call has a number.
        follow: parts.follow.socket(() => `${requestId}.${++calls}`),
        address: parts.addressOf(req),
        label: deviceLabel(req.headers['user-agent']),
        screenKey: undefined,
        line,
        isWorker: false,
        wireVersion: version(params?.[wireVersionName]),
        cookie: noCookie,
      })
    },
  }
}

/** A stream of the web has its own back pressure: it asks for the next message when there is room. It carries one view. */
const webStream: Line = { room: async () => {}, openView: () => {}, closeView: () => {} }

const noCookie: Context['cookie'] = { set: () => {}, clear: () => {} }

/** The same text in one piece: Node puts a UUID together from twenty, each of which would be kept as long as the connection. */
const flat = (text: string): string => Buffer.from(text).toString('latin1')

const header = (value: string | string[] | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined

function bearer(header: string | undefined): string | undefined {
  return header?.startsWith('Bearer ') ? header.slice(7) : undefined
}

function version(said: string | string[] | undefined | null): number | null {
  return typeof said === 'string' && /^\d{1,6}$/.test(said) ? Number(said) : null
}
