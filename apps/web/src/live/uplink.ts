import type { AppRouter } from '@humuus/api'
import type { TRPCClientRuntime, TRPCLink } from '@trpc/client'
import type { Carrier, Line } from './carrier.ts'
import type { CarrierChoice } from './carrier-choice.ts'
import { followCarriers } from './live-link.ts'
import type { PageSignals } from './page-signals.ts'
import type { SocketNews } from './socket-carrier.ts'
import type { CarrierKind } from './transport.ts'
import { type Watched, watched } from './watched.ts'

/** The page's live connection: one for all, made when first needed, and given up when nothing needs it any more. */
export interface Uplink {
  readonly link: TRPCLink<AppRouter>
  readonly line: Watched<Line>
  /** Whether this page ever had a connection. */
  wasOpen(): boolean
  /** Connects anew at once; subscriptions go on from where they were. */
  renew(): void
  /** The same, when it is down: somebody is waiting. */
  hurry(): void
}

interface UplinkNeeds {
  readonly choice: CarrierChoice
  readonly carrierOf: (kind: CarrierKind, news: SocketNews, runtime: TRPCClientRuntime) => Carrier
  readonly outdated: () => void
  readonly signedOut: () => void
  readonly signals: PageSignals
  /** Ms on a clock that nobody sets. */
  readonly steady: () => number
  /** A line that was silent for longer is suspicious. */
  readonly silentMs: number
  /** An unused connection is kept this long. */
  readonly restMs: number
}

/** Signals come in bursts when a phone wakes: one new connection is enough. */
const burstMs = 1_000

export function createUplink(needs: UplinkNeeds): Uplink {
  const { choice, signals, steady } = needs
  const line = watched<Line>('idle')
  const generation = watched(0)
  let runtime: TRPCClientRuntime = {}
  let carrier: Carrier | null = null
  let madeAt = Number.NEGATIVE_INFINITY
  let wasOpen = false
  let users = 0
  let rest: ReturnType<typeof setTimeout> | undefined

  function current(): Carrier {
    if (carrier !== null) return carrier
    madeAt = steady()
    const mine = generation.get()
    const ifMine = (tell: () => void) => {
      if (mine === generation.get()) tell()
    }
    const news: SocketNews = {
      line: (next) =>
        ifMine(() => {
          wasOpen ||= next === 'open'
          line.set(next)
        }),
      evidence: (type) => ifMine(() => choice.report(type)),
      outdated: needs.outdated,
      signedOut: () => ifMine(needs.signedOut),
    }
    carrier = needs.carrierOf(choice.get(), news, runtime)
    return carrier
  }

  function replace(): void {
    const old = carrier
    if (old === null) return
    carrier = null
    line.set('idle')
    // Subscriptions leave the old carrier here, and make the new one.
    generation.set(generation.get() + 1)
    old.discard()
  }

  function renew(): void {
    if (steady() - madeAt > burstMs) replace()
  }

  function occupy(): () => void {
    users++
    clearTimeout(rest)
    return () => {
      users--
      if (users === 0) rest = setTimeout(replace, needs.restMs)
    }
  }

  choice.subscribe(replace)
  signals.on((signal) => {
    if (signal === 'online' || signal === 'woke' || signal === 'moved') choice.report('look_again')
    if (signal === 'shown') {
      const heardAt = carrier?.lastHeardAt() ?? null
      if (heardAt !== null && steady() - heardAt > needs.silentMs) renew()
    } else if (signal !== 'hidden' && signal !== 'jumped') renew()
  })

  return {
    link: (madeFor) => {
      runtime = madeFor
      return followCarriers({ current, occupy, onChange: generation.subscribe })
    },
    line,
    wasOpen: () => wasOpen,
    renew: replace,
    hurry() {
      if (line.get() === 'down') renew()
    },
  }
}
