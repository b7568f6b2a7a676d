import type { AppRouter } from '@humuus/api'
import { wireVersion, wireVersionName } from '@humuus/api/wire'
import {
  createTRPCClient,
  type HTTPLinkOptions,
  httpBatchLink,
  httpLink,
  splitLink,
  type TRPCClient,
} from '@trpc/client'
import type { DeviceHome } from '../identity/device.ts'
import { createIdentity, type Identity } from '../identity/identity.ts'
import type { RenewalPace } from '../identity/keep-signed-in.ts'
import type { Credentials } from '../identity/sign-in.ts'
import { signedInLink } from '../identity/signed-in-link.ts'
import type { Staying } from '../identity/stay-signed-in.ts'
import { uuid } from '../identity/uuid.ts'
import { fullJitter } from './backoff.ts'
import type { Introduction } from './carrier.ts'
import { type BlockMemory, chooseCarrier } from './carrier-choice.ts'
import { type CommandQueues, createCommandQueues } from './command-queues.ts'
import { deliverWith } from './deliver.ts'
import { laterCarrier } from './later-carrier.ts'
import { type NewerPage, newerPage } from './newer-page.ts'
import type { Outbox } from './outbox.ts'
import { outdatedLink } from './outdated-link.ts'
import type { PageSignals } from './page-signals.ts'
import type { SocketClass } from './prompt-socket.ts'
import { createReceiptReports, type ReceiptReports, type ReportPace } from './receipt-reports.ts'
import { rejectionOf } from './rejection-of.ts'
import { screenKeyHeader, screenKeyLink } from './screen-key.ts'
import { createServerClock, type ServerClock } from './server-clock.ts'
import { socketCarrier } from './socket-carrier.ts'
import { trySocket } from './try-socket.ts'
import { lockedTurns } from './turns.ts'
import { createUplink, type Uplink } from './uplink.ts'
import { browserWindows, type Windows } from './windows.ts'

/** `fetch`, as far as requests need it. */
export type Fetch = NonNullable<HTTPLinkOptions<AppRouter['_def']['_config']['$types']>['fetch']>

/** What the live client needs of the page it runs in; a browser's, or a test's. */
export interface Environment {
  /** The API, for example `https://example.org/trpc`. */
  readonly url: string
  readonly WebSocket: SocketClass
  readonly fetch: Fetch
  readonly home: DeviceHome
  readonly signals: PageSignals
  readonly blockMemory: BlockMemory
  readonly outbox: Outbox
  /** To the other windows of this browser; `null` where there is none. */
  readonly channel: BroadcastChannel | null
  /** Epoch ms by this device's own clock. */
  readonly now: () => number
  /** The same as a stopwatch shows it: nobody sets it, a sleep may stop it. */
  readonly steady: () => number
  /** Fetches a newer page. */
  readonly reload: () => void
  /** Loads the page anew for somebody else; `wasSignedOut`: an account that was here is no more. */
  readonly startOver: (wasSignedOut: boolean) => void
  readonly pace: Pace
}

/** How patient the client is, in ms. */
export interface Pace {
  /** Limits of the waits between attempts. */
  readonly retry: { readonly firstMs: number; readonly mostMs: number }
  /** A socket should be open by then, an HTTP answer be there. */
  readonly patienceMs: number
  readonly ping: { readonly intervalMs: number; readonly pongTimeoutMs: number }
  /** A command without an answer is sent again after this long. */
  readonly answerMs: number
  /** How long an unused connection is kept. */
  readonly restMs: number
  readonly report: ReportPace
  readonly renewal: RenewalPace & { readonly retry: Pace['retry'] }
}

export const browserPace: Pace = {
  retry: { firstMs: 500, mostMs: 10_000 },
  patienceMs: 4_000,
  ping: { intervalMs: 10_000, pongTimeoutMs: 5_000 },
  answerMs: 10_000,
  restMs: 10_000,
  report: { soonMs: 4_000, endMs: 1_000, retryMs: 30_000 },
  renewal: { aheadMs: 86_400_000, lookMs: 6 * 3_600_000, retry: { firstMs: 60_000, mostMs: 3_600_000 } },
}

/** A tab that lets others wait for longer than an attempt takes is frozen. */
const turnSlackMs = 2_000

/** Everything of a page that talks to the server. */
export interface LiveClient {
  /** UUID of this page: of a person's pages the newest is shown. */
  readonly page: string
  readonly trpc: TRPCClient<AppRouter>
  readonly identity: Identity
  readonly uplink: Uplink
  readonly commands: CommandQueues
  readonly reports: ReceiptReports
  readonly newerPage: NewerPage
  readonly windows: Windows
  readonly clock: ServerClock
  readonly signals: PageSignals
  readonly home: DeviceHome
  /** What says who asks, for requests beside the API. */
  headers(): Record<string, string>
  /** Renews the sign-in before it expires, from now on. */
  keepSignedIn(): void
}

/** What failed is tried again by whatever comes next. */
const ignored = () => undefined

const liveMutations = new Set(['sessions.join', 'sessions.leave', 'sessions.command', 'sessions.reportReceipts'])

/** Most phones never need it: it travels when nothing else does, to be there on the network that does. */
export const fetchHttpCarrier = () => import('./http-carrier.ts')

/** Needed days from now, if at all. */
const fetchStaying = () => import('../identity/stay-signed-in.ts')

export function createLiveClient(environment: Environment): LiveClient {
  const { url, WebSocket, home, signals, now, steady, pace } = environment
  const socketUrl = url.replace(/^http/, 'ws')
  const backoff = fullJitter(pace.retry)
  const { outbox } = environment
  const turns = lockedTurns(home.locks, pace.answerMs + turnSlackMs)
  const credentials: Credentials = { bearer: null }
  const introduction = introduce(credentials)
  // Whatever hears that the page is old is made before it is known what would be lost by a reload.
  const outdated = () => newer.needed()

  const choice = chooseCarrier({
    httpWorks: () => answers(plain.sessions.clock.query(undefined, { signal: AbortSignal.timeout(pace.patienceMs) })),
    socketOpens: () => trySocket(WebSocket, socketUrl, pace.patienceMs),
    memory: environment.blockMemory,
    now,
  })
  const uplink = createUplink({
    choice,
    signals,
    steady,
    outdated,
    signedOut: () => void stay().then(({ comeBack }) => comeBack(), ignored),
    silentMs: pace.ping.intervalMs + pace.ping.pongTimeoutMs,
    restMs: pace.restMs,
    carrierOf: (kind, news, runtime) =>
      kind === 'http'
        ? laterCarrier(
            async () =>
              (await fetchHttpCarrier()).httpCarrier({ url, fetch: environment.fetch, introduction }, news, runtime),
            () => news.line('down'),
          )
        : socketCarrier(
            {
              url: socketUrl,
              WebSocket,
              introduction,
              retryDelay: backoff,
              steady,
              patienceMs: pace.patienceMs,
              ping: pace.ping,
            },
            news,
            runtime,
          ),
  })

  const request = { url, fetch: environment.fetch, headers: () => introduction.headers() }
  /** Without waiting for a sign-in, and without a batch that a measurement would wait for. */
  const plain = createTRPCClient<AppRouter>({ links: [outdatedLink(outdated), httpLink(request)] })
  const identity = createIdentity({
    auth: {
      device: (input) => plain.auth.device.mutate(input),
      me: () => plain.auth.me.query(),
    },
    credentials,
    home,
    signals,
    backoff,
    forget: () => outbox.clear().catch(ignored),
    startOver: environment.startOver,
  })
  const trpc = createTRPCClient<AppRouter>({
    links: [
      outdatedLink(outdated),
      signedInLink({
        whenReady: identity.whenReady,
        async renew() {
          await identity.renew()
          // A connection stays that of the person who opened it.
          uplink.renew()
        },
      }),
      splitLink({
        condition: ({ type, path }) => type === 'subscription' || liveMutations.has(path),
        true: uplink.link,
        false: [
          screenKeyLink,
          httpBatchLink({
            ...request,
            headers: ({ opList }) => ({
              ...introduction.headers(),
              ...screenKeyHeader(opList.map(({ context }) => context)),
            }),
          }),
        ],
      }),
    ],
  })

  const clock = createServerClock({ ask: () => plain.sessions.clock.query(), steady, now, signals })
  const reports = createReceiptReports({
    outbox,
    report: (receipts) => trpc.sessions.reportReceipts.mutate(receipts),
    signals,
    pace: pace.report,
  })
  const windows = browserWindows({ channel: environment.channel, userId: () => identity.get().userId })
  const commands = createCommandQueues({
    windows,
    deliver: deliverWith(trpc),
    outbox,
    turns,
    line: uplink.line,
    hurry: uplink.hurry,
    givenAt: clock.givenAt,
    settled: reports.soon,
    signals,
    backoff,
    answerMs: pace.answerMs,
  })
  windows.onChanged(() => void identity.look().catch(ignored))
  let staying: Promise<Staying> | null = null
  const stay = (): Promise<Staying> => {
    staying ??= fetchStaying().then(({ staySignedIn }) =>
      staySignedIn(
        {
          renew: (input) => plain.auth.renew.mutate(input),
          identity,
          credentials,
          storage: home.storage,
          turns,
          signals,
          backoff: fullJitter(pace.renewal.retry),
          pace: pace.renewal,
          now,
          steady,
        },
        { connect: uplink.renew, backoff, soonMs: pace.answerMs },
      ),
    )
    staying.catch(() => {
      staying = null
    })
    return staying
  }
  const newer = newerPage(commands.pending, environment.reload)
  return {
    page: uuid(),
    trpc,
    identity,
    uplink,
    signals,
    clock,
    commands,
    reports,
    newerPage: newer,
    windows,
    home,
    headers: introduction.headers,
    keepSignedIn: () => void stay().catch(ignored),
  }
}

function introduce(credentials: Credentials): Introduction {
  const version = { [wireVersionName]: String(wireVersion) }
  return {
    headers: () =>
      credentials.bearer === null ? version : { ...version, authorization: `Bearer ${credentials.bearer}` },
    connectionParams: () => (credentials.bearer === null ? version : { ...version, token: credentials.bearer }),
  }
}

/** Whether the server said something of its own; a proxy's error page does not count, nor a server that is not ready. */
async function answers(call: Promise<unknown>): Promise<boolean> {
  try {
    await call
    return true
  } catch (error) {
    const code = rejectionOf(error)?.code
    return code !== undefined && code !== 'unavailable' && code !== 'server_error'
  }
}
