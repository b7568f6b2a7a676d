import type { Rejection } from '@humuus/workshop-engine'
import type { Backoff } from '../live/backoff.ts'
import type { PageSignals } from '../live/page-signals.ts'
import { pause } from '../live/pause.ts'
import { rejectionOf } from '../live/rejection-of.ts'
import { until, type Watched, watched } from '../live/watched.ts'
import { type DeviceHome, type OwnDevice, ownDevice, replaceDevice } from './device.ts'
import { type AuthCalls, type Credentials, signIn } from './sign-in.ts'

/** Who this browser is. `error` without a rejection: the server cannot be reached; it is tried on. */
export interface IdentityState {
  readonly status: 'signing_in' | 'ready' | 'error'
  readonly userId: string | null
  readonly rejection: Rejection | null
  /** `false`: the browser keeps nothing, so this person is new after the page is closed. */
  readonly isKept: boolean
}

type Ready = IdentityState & { readonly status: 'ready'; readonly userId: string }

/** Signs this browser in and keeps it so. */
export interface Identity extends Watched<IdentityState> {
  /** Begins to sign in; does nothing when that has begun. */
  start(): void
  /** Signs in again after the server forgot the sign-in; the status stays `ready` meanwhile. Rejects when that fails. */
  renew(): Promise<void>
  /** Resolves once signed in. */
  whenReady(): Promise<void>
}

interface IdentityNeeds {
  readonly auth: AuthCalls
  readonly credentials: Credentials
  readonly home: DeviceHome
  readonly signals: PageSignals
  readonly backoff: Backoff
}

/** So many attempts are made before the page says that something is wrong. */
const silentAttempts = 3

/** An identity that is not yet known: `start` it. */
export function createIdentity({ auth, credentials, home, signals, backoff }: IdentityNeeds): Identity {
  const state = watched<IdentityState>({ status: 'signing_in', userId: null, rejection: null, isKept: true })
  let own: Promise<OwnDevice> | null = null
  let started = false
  let renewal: Promise<void> | null = null

  async function signedIn(): Promise<void> {
    own ??= ownDevice(home)
    const { device, isKept } = await own
    const userId = await signIn(auth, device, credentials)
    state.set({ status: 'ready', userId, rejection: null, isKept })
  }

  /** A browser that was here before is mostly still signed in: one question instead of two. */
  async function recognised(): Promise<boolean> {
    own ??= ownDevice(home)
    const { isNew, isKept } = await own
    const me = isNew ? null : await auth.me()
    if (me === null) return false
    state.set({ status: 'ready', userId: me.userId, rejection: null, isKept })
    return true
  }

  /** Somebody else's secret belongs to this device id: nothing will ever make the server accept it. */
  async function withAnotherDevice(): Promise<void> {
    const { device } = await (own ?? ownDevice(home))
    own = replaceDevice(home, device)
    await signedIn()
  }

  async function signInOnce(): Promise<void> {
    try {
      await signedIn()
    } catch (error) {
      if (rejectionOf(error)?.code !== 'not_allowed') throw error
      await withAnotherDevice()
    }
  }

  async function run(): Promise<void> {
    for (let attempt = 0; ; attempt++) {
      try {
        if (!(await recognised())) await signInOnce()
        return
      } catch (error) {
        const rejection = rejectionOf(error)
        if (rejection !== null || attempt + 1 >= silentAttempts)
          state.set({ ...state.get(), status: 'error', rejection })
        await pause(backoff(attempt), signals)
      }
    }
  }

  return {
    get: state.get,
    subscribe: state.subscribe,
    start() {
      if (started) return
      started = true
      void run()
    },
    renew() {
      renewal ??= signInOnce().finally(() => {
        renewal = null
      })
      return renewal
    },
    async whenReady() {
      await until(state, (value): value is Ready => value.status === 'ready')
    },
  }
}
