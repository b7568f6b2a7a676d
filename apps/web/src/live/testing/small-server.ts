import { createServer, type IncomingMessage, type Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { CommandResult } from '@humuus/api'
import { closeCodes, type LiveMessage, wireVersionName } from '@humuus/api/wire'
import type { Rejection } from '@humuus/workshop-engine'
import { delta } from '@humuus/workshop-engine/delta'
import { initTRPC, TRPCError, tracked } from '@trpc/server'
import type { NodeHTTPCreateContextFnOptions } from '@trpc/server/adapters/node-http'
import { createHTTPHandler } from '@trpc/server/adapters/standalone'
import { applyWSSHandler } from '@trpc/server/adapters/ws'
import { WebSocketServer } from 'ws'

/** What everybody sees of the small server's only session. */
export interface Picture {
  readonly answers: readonly string[]
}

/** A sign-in: its token is good until then (epoch ms). */
interface SmallSignIn {
  readonly userId: string
  readonly deviceId: string
  token: string
  expiresAt: number
}

interface SmallContext {
  readonly user: string | null
  readonly signIn: SmallSignIn | null
  /** The rejection of whoever comes as two people. */
  readonly isTwo: boolean
  readonly setCookie: (token: string) => void
  readonly carrier: 'socket' | 'http'
  readonly wire: string | null
}

/** How a test bends the server; all of it may be changed at any time. */
interface Whims {
  /** Milliseconds by which its clock is ahead. */
  clockAhead: number
  /** What the next commands are answered with instead of being taken. */
  refusals: Rejection[]
  /** What the next reports of receipts are answered with instead of being kept. */
  reportRefusals: Rejection[]
  /** How long tokens are good, in ms. */
  tokenLifeMs: number
  /** Whether it forgets every sign-in made so far. */
  forgetSignIns(): void
  /** Devices that are never accepted again. */
  readonly signedOutDevices: Set<string>
  /** Devices with a history of their own. */
  readonly historic: Set<string>
  /** Ends every connection of somebody as their sign-in ends. */
  endSockets(): void
  /** What `live` says instead of the session. */
  liveRefusal: Rejection | null
}

interface ReportedReceipts {
  readonly ledgerId: string
  readonly issued: number
  readonly waiting: number
  readonly acknowledged: readonly string[]
  readonly refused: readonly string[]
}

/** A real tRPC server, with the shape of the API but one session in memory, which survives its restarts. */
export interface SmallServer extends AsyncDisposable {
  readonly port: number
  readonly whims: Whims
  /** `lastEventId` of every `live` call, `null` for a fresh one. */
  readonly liveCalls: {
    readonly since: string | null
    readonly carrier: 'socket' | 'http'
    readonly wire: string | null
    readonly page: string | undefined
    readonly beats: boolean
  }[]
  /** Every report of receipts as it came in. */
  readonly reports: ReportedReceipts[]
  /** Pages that said they are still there. */
  readonly beats: string[]
  /** How often tokens were renewed. */
  renewals(): number
  /** How often somebody asked who they are. */
  looks(): number
  /** Every command as it came in, repetitions included. */
  readonly deliveries: {
    readonly commandId: string
    readonly text: string
    readonly user: string | null
    readonly givenAt: number | null
  }[]
  picture(): Picture
  version(): number
  /** Somebody else answers. */
  answer(text: string): void
  stop(): Promise<void>
  start(): Promise<void>
}

class Refusal extends Error {
  constructor(readonly rejection: Rejection) {
    super(rejection.code)
  }
}

const isNobody = ({ code }: Rejection) => code === 'signed_out' || code === 'two_identities'

const refuse = (rejection: Rejection) =>
  new TRPCError({ code: isNobody(rejection) ? 'UNAUTHORIZED' : 'FORBIDDEN', cause: new Refusal(rejection) })

const t = initTRPC.context<SmallContext>().create({
  errorFormatter: ({ shape, error }) => ({
    ...shape,
    data: { ...shape.data, ...(error.cause instanceof Refusal ? { rejection: error.cause.rejection } : {}) },
  }),
})

const asIs = <T>(input: unknown) => input as T

/** Starts the small server on a free port. */
export async function startSmallServer(): Promise<SmallServer> {
  const pictures = new Map<number, Picture>([[1, { answers: [] }]])
  let version = 1
  const results = new Map<string, CommandResult>()
  const listeners = new Set<() => void>()
  const liveCalls: SmallServer['liveCalls'] = []
  const deliveries: SmallServer['deliveries'] = []
  const reports: ReportedReceipts[] = []
  const beats: string[] = []
  const signIns = new Map<string, SmallSignIn>()
  /** Whose a device is, where it was given to an account. */
  const owners = new Map<string, string>()
  let renewals = 0
  let looks = 0
  let made = 0
  const whims: Whims = {
    clockAhead: 0,
    refusals: [],
    reportRefusals: [],
    liveRefusal: null,
    tokenLifeMs: 30 * 86_400_000,
    forgetSignIns: () => signIns.clear(),
    signedOutDevices: new Set(),
    historic: new Set(),
    endSockets() {
      for (const socket of sockets.clients) socket.close(closeCodes.signedOut)
    },
  }

  const now = () => Date.now() + whims.clockAhead

  function begin(deviceId: string): SmallSignIn {
    const userId = owners.get(deviceId) ?? deviceId
    const signIn = { userId, deviceId, token: `token-${++made}`, expiresAt: now() + whims.tokenLifeMs }
    signIns.set(signIn.token, signIn)
    return signIn
  }

  function delivered({ setCookie }: SmallContext, { userId, token, expiresAt }: SmallSignIn, delivery: string) {
    if (delivery === 'cookie') setCookie(token)
    return { userId, expiresAt, now: now(), token: delivery === 'bearer' ? token : null }
  }

  const picture = (): Picture => pictures.get(version) ?? { answers: [] }
  function answer(text: string): void {
    const next = { answers: [...picture().answers, text] }
    pictures.set(++version, next)
    for (const listener of [...listeners]) listener()
  }

  function message(since: number | null): LiveMessage {
    const before = since === null ? undefined : pictures.get(since)
    if (since === null || before === undefined) return { kind: 'snapshot', version, shared: picture(), own: null }
    return { kind: 'delta', from: since, version, shared: delta({ ...before }, { ...picture() }), own: null }
  }

  const user = t.procedure.use(({ ctx, next }) => {
    if (ctx.isTwo) throw refuse({ code: 'two_identities' })
    if (ctx.user === null) throw refuse({ code: 'signed_out' })
    return next()
  })

  type EmailInput = {
    email: string
    password: string
    device: { deviceId: string }
    takeAlong: boolean | null
    delivery: string
  }
  type LiveInput = { lastEventId?: string | null; page?: string; beats?: boolean }
  type Input = { commandId: string; command?: { name: string }; name?: string; givenAt?: number }
  const take = user.input(asIs<Input>).mutation(({ ctx, input }): CommandResult => {
    const text = input.command?.name ?? input.name ?? 'left'
    deliveries.push({ commandId: input.commandId, text, user: ctx.user, givenAt: input.givenAt ?? null })
    const refusal = whims.refusals.shift()
    if (refusal !== undefined) return { ok: false, rejection: refusal }
    const known = results.get(input.commandId)
    if (known !== undefined) return known
    answer(text)
    const result: CommandResult = { ok: true, version }
    results.set(input.commandId, result)
    return result
  })

  const router = t.router({
    auth: t.router({
      device: t.procedure
        .input(asIs<{ deviceId: string; delivery: string }>)
        .mutation(({ ctx, input: { deviceId, delivery } }) => {
          if (whims.signedOutDevices.has(deviceId)) throw refuse({ code: 'not_allowed' })
          return delivered(ctx, begin(deviceId), delivery)
        }),
      /** One account: whoever it is, with the password "right". */
      email: t.procedure.input(asIs<EmailInput>).mutation(({ ctx, input }) => {
        const { device, email, password, takeAlong, delivery } = input
        if (password !== 'right') throw refuse({ code: 'malformed' })
        if (whims.signedOutDevices.has(device.deviceId)) throw refuse({ code: 'not_allowed' })
        const isStranger = !owners.has(device.deviceId) && whims.historic.has(device.deviceId)
        if (isStranger && takeAlong === null) return { status: 'ask', workshops: 1, sessions: 2 }
        owners.set(device.deviceId, email)
        return { status: 'signed_in', ...delivered(ctx, begin(device.deviceId), delivery) }
      }),
      renew: user.input(asIs<{ delivery: string }>).mutation(({ ctx, input }) => {
        const { signIn } = ctx
        if (signIn === null) throw refuse({ code: 'signed_out' })
        renewals++
        Object.assign(signIn, { token: `token-${++made}`, expiresAt: now() + whims.tokenLifeMs })
        signIns.set(signIn.token, signIn)
        return delivered(ctx, signIn, input.delivery)
      }),
      me: t.procedure.query(({ ctx }) => {
        looks++
        if (ctx.user === null || ctx.signIn === null) return null
        const isRegistered = ctx.user.includes('@')
        const own = { name: null, avatar: null, language: null, isRegistered, mayHost: true, isAdmin: false }
        return { userId: ctx.user, ...own, expiresAt: ctx.signIn.expiresAt, now: now() }
      }),
      signOut: t.procedure.mutation(({ ctx }) => {
        ctx.setCookie('')
        if (ctx.signIn !== null) signIns.delete(ctx.signIn.token)
        if (ctx.user?.includes('@')) whims.signedOutDevices.add(ctx.signIn?.deviceId ?? '')
        return { signedOut: true }
      }),
    }),
    sessions: t.router({
      clock: t.procedure.query(now),
      mine: user.query(() => []),
      join: take,
      leave: take,
      command: take,
      reportReceipts: user.input(asIs<ReportedReceipts>).mutation(({ input }) => {
        const refusal = whims.reportRefusals.shift()
        if (refusal !== undefined) throw refuse(refusal)
        reports.push(input)
        return { kept: true }
      }),
      beat: t.procedure.input(asIs<{ page: string }>).mutation(({ input }) => {
        beats.push(input.page)
        return { heard: true }
      }),
      live: user.input(asIs<LiveInput>).subscription(async function* ({ ctx, input, signal }) {
        const { page, beats = false } = input
        liveCalls.push({ since: input.lastEventId ?? null, carrier: ctx.carrier, wire: ctx.wire, page, beats })
        if (whims.liveRefusal !== null) throw refuse(whims.liveRefusal)
        let seen = input.lastEventId ? Number(input.lastEventId) : null
        while (!signal?.aborted) {
          const change = new Promise<void>((resolve) => {
            listeners.add(resolve)
            signal?.addEventListener('abort', () => resolve())
          })
          if (seen !== version) yield tracked(String(version), message(seen))
          seen = version
          await change
        }
      }),
    }),
  })

  const contextOf =
    (carrier: 'socket' | 'http') =>
    ({
      req,
      res,
      info,
    }: Pick<NodeHTTPCreateContextFnOptions<IncomingMessage, unknown>, 'req' | 'res' | 'info'>): SmallContext => {
      const bearer = info.connectionParams?.token ?? req.headers.authorization?.replace('Bearer ', '')
      const cookie = /token=([^;]*)/.exec(req.headers.cookie ?? '')?.[1]
      const [asked, beside] = [bearer, cookie].map((token) => good(signIns.get(token ?? '')))
      const isTwo = !!asked && !!beside && asked.userId !== beside.userId
      const signIn = isTwo ? null : ((bearer === undefined ? beside : asked) ?? null)
      const wire = info.connectionParams?.[wireVersionName] ?? req.headers[wireVersionName]
      return {
        user: signIn?.userId ?? null,
        signIn,
        isTwo,
        carrier,
        wire: typeof wire === 'string' ? wire : null,
        setCookie(token) {
          if (res instanceof ServerResponse) res.setHeader('set-cookie', `token=${token}; Path=/`)
        },
      }
    }
  const good = (signIn: SmallSignIn | undefined) =>
    signIn !== undefined && signIn.expiresAt > now() ? signIn : undefined

  let http: Server
  let sockets: WebSocketServer
  let port = 0
  async function start(): Promise<void> {
    http = createServer(createHTTPHandler({ router, basePath: '/trpc/', createContext: contextOf('http') }))
    sockets = new WebSocketServer({ server: http, path: '/trpc' })
    applyWSSHandler({ wss: sockets, router, createContext: contextOf('socket') })
    await new Promise<void>((resolve) => http.listen(port, '127.0.0.1', resolve))
    port = (http.address() as AddressInfo).port
  }
  async function stop(): Promise<void> {
    for (const socket of sockets.clients) socket.close(1012)
    const closed = new Promise((resolve) => http.close(resolve))
    sockets.close()
    http.closeAllConnections()
    for (const socket of sockets.clients) socket.terminate()
    await closed
  }

  await start()
  return {
    port,
    whims,
    liveCalls,
    deliveries,
    reports,
    beats,
    renewals: () => renewals,
    looks: () => looks,
    picture,
    version: () => version,
    answer,
    start,
    stop,
    [Symbol.asyncDispose]: () => stop(),
  }
}
