import { type Context, type Ports, type User, wireVersionName } from '@humuus/api'
import type { CreateFastifyContextOptions } from '@trpc/server/adapters/fastify'
import type { CreateWSSContextFnOptions } from '@trpc/server/adapters/ws'
import { type CookieParser, cookieName } from './identity/cookie.ts'
import type { TokenKeys } from './identity/tokens.ts'
import { isWorkerSecret, workerHeader } from './identity/worker-secret.ts'
import { outflow } from './live/outflow.ts'

export interface ContextMaker {
  http(options: CreateFastifyContextOptions): Promise<Context>
  socket(options: CreateWSSContextFnOptions): Promise<Context>
}

/** Turns requests into contexts: who asks is read from the cookie, or from a bearer token. */
export function contextMaker(ports: Ports, keys: TokenKeys, internalSecret: string, parse: CookieParser): ContextMaker {
  const user = async (token: string | undefined): Promise<User | null> => (token ? keys.verify(token) : null)
  return {
    // An event stream cannot send headers: its parameters carry what they would.
    http: async ({ req, res, info }) => ({
      ...ports,
      // A stream of the web has its own back pressure: it asks for the next message when there is room.
      room: async () => {},
      user: await user(bearer(req.headers.authorization) ?? info.connectionParams?.token ?? req.cookies[cookieName]),
      isWorker: isWorkerSecret(req.headers[workerHeader], internalSecret),
      wireVersion: version(req.headers[wireVersionName] ?? info.connectionParams?.[wireVersionName]),
      cookie: {
        set: (token, expiresAt) => {
          const secure = req.protocol === 'https'
          res.setCookie(cookieName, token, {
            path: '/',
            httpOnly: true,
            sameSite: 'lax',
            secure,
            expires: new Date(expiresAt),
          })
        },
        clear: () => {
          res.clearCookie(cookieName, { path: '/' })
        },
      },
    }),
    socket: async ({ req, res, info }) => ({
      ...ports,
      room: outflow(res),
      user: await user(info.connectionParams?.token ?? parse(req.headers.cookie ?? '')[cookieName]),
      isWorker: false,
      wireVersion: version(info.connectionParams?.[wireVersionName]),
      cookie: { set: () => {}, clear: () => {} },
    }),
  }
}

function bearer(header: string | undefined): string | undefined {
  return header?.startsWith('Bearer ') ? header.slice(7) : undefined
}

function version(said: string | string[] | undefined | null): number | null {
  return typeof said === 'string' && /^\d{1,6}$/.test(said) ? Number(said) : null
}
