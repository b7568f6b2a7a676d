import type { ApiRejection } from '@humuus/api'
import type { Rejection } from '@humuus/workshop-engine'
import type { Backoff } from '../live/backoff.ts'
import type { PageSignals } from '../live/page-signals.ts'
import { pause } from '../live/pause.ts'
import { refusalOf, rejectionOf } from '../live/rejection-of.ts'
import { until, type Watched, watched } from '../live/watched.ts'
import { type DeviceHome, type OwnDevice, ownDevice, replaceDevice } from './device.ts'
import { type AuthCalls, type Credentials, type Delivery, type Me, signIn } from './sign-in.ts'

/** Who this browser is. `error` without a rejection: the server cannot be reached; it is tried on. */
export interface IdentityState {
  readonly status: 'signing_in' | 'ready' | 'error'
  readonly userId: string | null
  /** As the server last said it. */
  readonly me: Me | null
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
  /** Asks who this browser is, and signs in again where that is nobody. Rejects when that fails. */
  look(): Promise<void>
  /** Resolves once signed in. */
  whenReady(): Promise<void>
  /** How a token gets here. */
  delivery(): Delivery
}

interface IdentityNeeds {
  readonly auth: AuthCalls
  readonly credentials: Credentials
  readonly home: DeviceHome
  readonly signals: PageSignals
  readonly backoff: Backoff
  /** Drops what the former person has not sent. */
  readonly forget: () => Promise<void>
  /** The browser is somebody else than this page knows; `wasSignedOut`: without an account that was there before. */
  readonly startOver: (wasSignedOut: boolean) => void
}

/** So many attempts are made before the page says that something is wrong. */
const silentAttempts = 3

/** Whose cookie this is, nobody is any more: as good as none. */
const nobody: readonly (ApiRejection['code'] | undefined)[] = ['account_gone', 'signed_out']

/** An identity that is not yet known: `start` it. */
export function createIdentity(needs: IdentityNeeds): Identity {
  const { auth, credentials, home, signals, backoff } = needs
  const state = watched<IdentityState>({
    status: 'signing_in',
    userId: null,
    me: null,
    rejection: null,
    isKept: true,
  })
  let own: Promise<OwnDevice> | null = null
  let started = false
  let renewal: Promise<void> | null = null

  /** A page is one person's from beginning to end: what it holds in memory is theirs. */
  async function become(me: Me, isKept: boolean): Promise<void> {
    const before = state.get().me
    if (before === null || before.userId === me.userId) {
      state.set({ status: 'ready', userId: me.userId, me, rejection: null, isKept })
      return
    }
    needs.startOver(before.isRegistered && !me.isRegistered)
    // Whoever waits for the new name waits for the new page.
    await new Promise(() => {})
  }

  async function signedIn(): Promise<void> {
    own ??= ownDevice(home)
    const { device, isKept } = await own
    await become(await signIn(auth, device, credentials), isKept)
  }

  async function ask(): Promise<Me | null> {
    try {
      return await auth.me()
    } catch (error) {
      if (nobody.includes(refusalOf(error)?.code)) return null
      throw error
    }
  }

  /** A browser that was here before is mostly still signed in: one question instead of two. */
  async function recognised(): Promise<boolean> {
    own ??= ownDevice(home)
    const { isNew, isKept } = await own
    const me = isNew && credentials.bearer === null ? null : await ask()
    if (me === null) return false
    await become(me, isKept)
    return true
  }

  /** Somebody else's secret belongs to this device id, or it was signed out: nothing will ever make the server accept it. */
  async function withAnotherDevice(): Promise<void> {
    const { device } = await (own ?? ownDevice(home))
    await needs.forget()
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

  function renew(): Promise<void> {
    // Another page of this browser may have become another device.
    own = state.get().isKept ? null : own
    renewal ??= signInOnce().finally(() => {
      renewal = null
    })
    return renewal
  }

  return {
    get: state.get,
    subscribe: state.subscribe,
    start() {
      if (started) return
      started = true
      void run()
    },
    renew,
    async look() {
      if (!(await recognised())) await renew()
    },
    async whenReady() {
      await until(state, (value): value is Ready => value.status === 'ready')
    },
    delivery: () => (credentials.bearer === null ? 'cookie' : 'bearer'),
  }
}
