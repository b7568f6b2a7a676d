import type { LiveMessage } from '@humuus/api/wire'
import { WebSocket } from 'ws'
import { createLiveClient, type LiveClient, type Pace } from '../live-client.ts'
import { type Following, follow, followed } from '../live-session.ts'
import { memoryOutbox } from '../memory-outbox.ts'
import type { Outbox } from '../outbox.ts'
import type { PageSignal, PageSignals } from '../page-signals.ts'
import { rejectionOf } from '../rejection-of.ts'
import { rememberBlock } from '../remember-block.ts'
import type { CookieJar } from './cookie-jar.ts'
import { type FlakyProxy, startFlakyProxy } from './flaky-proxy.ts'
import { type Picture, type SmallServer, startSmallServer } from './small-server.ts'

/** The one session of the small server. */
const sessionId = '00000000-0000-4000-8000-000000000001'

/** The page's surroundings, in the hands of a test. */
export interface TestSignals extends PageSignals {
  isOnlineNow: boolean
  tell(signal: PageSignal): void
}

/** A small server, the network in front of it, and any number of phones. */
export interface World extends AsyncDisposable {
  readonly server: SmallServer
  readonly proxy: FlakyProxy
  /** Tabs of one browser share its outbox. */
  phone(options?: PhoneOptions): Phone
}

interface PhoneOptions {
  readonly session?: Storage
  readonly locks?: LockManager
  readonly home?: Storage
  readonly outbox?: Outbox
  readonly now?: () => number
  readonly steady?: () => number
  /** The cookies of its browser; without them none stick. */
  readonly cookies?: CookieJar
}

export interface Phone {
  readonly live: LiveClient
  readonly signals: TestSignals
  readonly outbox: Outbox
  reloads(): number
  /** Every time the page had to begin anew as somebody else, and whether an account was lost. */
  readonly startsOver: readonly boolean[]
  /** Follows the session as the page does. */
  follow(): { state(): Following<Picture, null>; stop(): void }
}

const pace: Pace = {
  retry: { firstMs: 20, mostMs: 80 },
  patienceMs: 800,
  ping: { intervalMs: 200, pongTimeoutMs: 1_000 },
  answerMs: 2_000,
  restMs: 200,
  report: { soonMs: 50, endMs: 10, retryMs: 100 },
  renewal: { aheadMs: 86_400_000, lookMs: 50, retry: { firstMs: 20, mostMs: 80 } },
}

/** The client as it is in a page, with real sockets but less patience. */
export async function startWorld(): Promise<World> {
  const server = await startSmallServer()
  const proxy = await startFlakyProxy(server.port)
  const stops: (() => void)[] = []

  function phone(options: PhoneOptions = {}): Phone {
    const { session = mapStorage(), home = mapStorage(), outbox = memoryOutbox(), now = Date.now } = options
    const { steady = () => performance.timeOrigin + performance.now(), cookies } = options
    const signals = testSignals()
    const startsOver: boolean[] = []
    let reloads = 0
    const live = createLiveClient({
      url: `http://127.0.0.1:${proxy.port}/trpc`,
      // The same interface for everything that is used of it.
      WebSocket: (cookies?.WebSocket ?? WebSocket) as unknown as typeof globalThis.WebSocket,
      fetch: cookies?.fetch ?? ((input, init) => fetch(input, init as RequestInit)),
      home: { storage: home, locks: options.locks ?? null },
      signals,
      blockMemory: rememberBlock(session),
      outbox,
      channel: null,
      now,
      steady,
      reload: () => {
        reloads++
      },
      startOver: (wasSignedOut) => {
        startsOver.push(wasSignedOut)
      },
      pace,
    })
    live.identity.start()
    live.keepSignedIn()

    function following() {
      let state = follow<Picture, null>('a session')
      const key = state.key
      const subscription = live.trpc.sessions.live.subscribe(
        { sessionId, role: 'participant', page: live.page },
        {
          onData: ({ data }) => {
            state = followed(state, { type: 'received', key, message: data as LiveMessage })
          },
          onError: (error) => {
            state = followed(state, { type: 'failed', key, rejection: rejectionOf(error) })
          },
        },
      )
      const stop = () => subscription.unsubscribe()
      stops.push(stop)
      return { state: () => state, stop }
    }
    return { live, signals, outbox, reloads: () => reloads, startsOver, follow: following }
  }

  return {
    server,
    proxy,
    phone,
    async [Symbol.asyncDispose]() {
      for (const stop of stops) stop()
      await proxy[Symbol.asyncDispose]()
      await server[Symbol.asyncDispose]()
    },
  }
}

export function testSignals(): TestSignals {
  const listeners = new Set<(signal: PageSignal) => void>()
  return {
    isOnlineNow: true,
    isOnline() {
      return this.isOnlineNow
    },
    isVisible: () => true,
    on(listener) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    tell(signal) {
      for (const listener of [...listeners]) listener(signal)
    },
  }
}

/** Storage as browsers have it, in memory. */
export function mapStorage(): Storage {
  const map = new Map<string, string>()
  return {
    get length() {
      return map.size
    },
    clear: () => map.clear(),
    key: (index) => [...map.keys()][index] ?? null,
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, value) => void map.set(key, value),
    removeItem: (key) => void map.delete(key),
  }
}

/** Resolves once the claim holds; fails with its own text after `withinMs`. */
export async function eventually(claim: () => boolean, withinMs = 5_000): Promise<void> {
  const end = Date.now() + withinMs
  while (!claim()) {
    if (Date.now() > end) throw new Error(`never came true: ${claim}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
