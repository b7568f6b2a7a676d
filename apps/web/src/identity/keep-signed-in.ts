import type { Backoff } from '../live/backoff.ts'
import type { PageSignals } from '../live/page-signals.ts'
import { refusalOf } from '../live/rejection-of.ts'
import type { Turns } from '../live/turns.ts'
import type { DeviceHome } from './device.ts'
import type { Identity } from './identity.ts'
import { renewedUntil, tellRenewed } from './renewal-note.ts'
import type { Credentials, Delivery } from './sign-in.ts'

/** When a token is renewed, in ms. */
export interface RenewalPace {
  /** So long before it expires. */
  readonly aheadMs: number
  /** A page looks at least this often; timers reach no further than 24 days. */
  readonly lookMs: number
}

interface RenewalNeeds {
  readonly renew: (input: { delivery: Delivery }) => Promise<{ token: string | null }>
  readonly identity: Identity
  readonly credentials: Credentials
  readonly storage: DeviceHome['storage']
  readonly turns: Turns
  readonly signals: PageSignals
  readonly backoff: Backoff
  readonly pace: RenewalPace
  readonly now: () => number
  readonly steady: () => number
}

/**
 * Renews the token before it expires, for as long as the page exists. What is left of it is a duration, told by the server: a
 * clock that was set wrong does not matter. Of several tabs one does it; where they share nothing, the server answers twins the same.
 */
export function keepSignedIn(needs: RenewalNeeds): void {
  const { identity, credentials, storage, signals, pace, now, steady } = needs
  /** What was left of the token when this was heard, and until when that is by the server's clock. */
  let heard = { userId: '', expiresAt: 0, leftMs: 0, now: 0, steady: 0 }
  let aheadMs = pace.aheadMs
  let failures = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let isRenewing = false

  function hear(): void {
    const { me } = identity.get()
    if (me === null || (me.userId === heard.userId && me.expiresAt === heard.expiresAt)) return
    const { userId, expiresAt } = me
    heard = { userId, expiresAt, leftMs: expiresAt - me.now, now: now(), steady: steady() }
    look()
  }

  /** A stopwatch may stand still while the device sleeps, a clock may be set back: whichever went further is believed. */
  const leftMs = () => heard.leftMs - Math.max(now() - heard.now, steady() - heard.steady)

  function look(): void {
    clearTimeout(timer)
    if (heard.userId === '' || isRenewing) return
    const inMs = leftMs() - aheadMs
    if (inMs <= 0) void renew().finally(settled)
    else timer = setTimeout(look, Math.min(inMs, pace.lookMs))
  }

  async function renew(): Promise<void> {
    isRenewing = true
    try {
      if (credentials.bearer !== null) await renewMine()
      else await needs.turns('humuus.renewal', renewShared)
      failures = 0
      // A token that lives no longer than we look ahead is renewed at half its life.
      aheadMs = Math.min(pace.aheadMs, leftMs() / 2)
    } catch {
      failures++
    }
  }

  function settled(): void {
    isRenewing = false
    if (failures === 0) look()
    else timer = setTimeout(look, needs.backoff(failures - 1))
  }

  async function renewMine(): Promise<void> {
    try {
      const { token } = await needs.renew({ delivery: identity.delivery() })
      if (token !== null) credentials.bearer = token
    } catch (error) {
      const code = refusalOf(error)?.code
      if (code !== 'signed_out' && code !== 'two_identities') throw error
      await identity.renew()
    }
    // Also tells the server that the new token is here.
    await identity.look()
  }

  async function renewShared(): Promise<void> {
    const until = renewedUntil(storage, heard.userId)
    if (until > heard.expiresAt) {
      heard = { ...heard, expiresAt: until, leftMs: heard.leftMs + until - heard.expiresAt }
      return
    }
    await renewMine()
    tellRenewed(storage, heard.userId, heard.expiresAt)
  }

  identity.subscribe(hear)
  signals.on((signal) => {
    if (signal !== 'hidden' && signal !== 'offline') look()
  })
  hear()
}
