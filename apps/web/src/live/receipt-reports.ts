import type { AppRouter } from '@humuus/api'
import { maxReceipts } from '@humuus/api/wire'
import type { TRPCClient } from '@trpc/client'
import { hasNews } from './ledger.ts'
import { mayPass } from './may-pass.ts'
import type { Outbox } from './outbox.ts'
import type { PageSignals } from './page-signals.ts'
import { rejectionOf } from './rejection-of.ts'

/** Tells the server what this device was told: the other side of the books. */
export interface ReceiptReports {
  /** Something was answered in this session: it is reported with whatever else is answered in the next seconds. */
  soon(sessionId: string): void
  /** The session is over: the rest is reported at once, or nearly. */
  atTheEnd(sessionId: string): void
}

interface ReportNeeds {
  readonly outbox: Outbox
  readonly report: (input: Parameters<Report>[0]) => Promise<unknown>
  readonly signals: PageSignals
  readonly pace: ReportPace
}

type Report = TRPCClient<AppRouter>['sessions']['reportReceipts']['mutate']

/** Waits in ms, each from `least` to twice that, by chance: a hall of phones answers at the same moment and need not report then. */
export interface ReportPace {
  readonly soonMs: number
  readonly endMs: number
  readonly retryMs: number
}

/** Reports one session at a time and never repeats what is refused for good; what fails is said again later. */
export function createReceiptReports({ outbox, report, signals, pace }: ReportNeeds): ReceiptReports {
  const due = new Map<string, { readonly at: number; readonly timer: ReturnType<typeof setTimeout> }>()
  const refused = new Set<string>()

  function plan(sessionId: string, leastMs: number): void {
    if (refused.has(sessionId)) return
    const wait = leastMs * (1 + Math.random())
    const at = performance.now() + wait
    const planned = due.get(sessionId)
    if (planned !== undefined && planned.at <= at) return
    clearTimeout(planned?.timer)
    due.set(sessionId, { at, timer: setTimeout(() => void run(sessionId), wait) })
  }

  async function run(sessionId: string): Promise<void> {
    due.delete(sessionId)
    try {
      const owed = await outbox.owed(sessionId)
      if (owed === null || !hasNews(owed)) return
      const { ledgerId, issued, waiting } = owed
      const acknowledged = owed.acknowledged.slice(0, maxReceipts)
      const refusedIds = owed.refused.slice(0, maxReceipts)
      await report({ sessionId, ledgerId, issued, waiting, acknowledged, refused: refusedIds })
      await outbox.reported(sessionId, [...acknowledged, ...refusedIds])
      if (acknowledged.length + refusedIds.length < owed.acknowledged.length + owed.refused.length) {
        plan(sessionId, pace.endMs)
      }
    } catch (error) {
      if (mayPass(rejectionOf(error))) plan(sessionId, pace.retryMs)
      else refused.add(sessionId)
    }
  }

  signals.on((signal) => {
    if (signal !== 'online' && signal !== 'woke') return
    for (const sessionId of [...due.keys()]) plan(sessionId, pace.soonMs)
  })
  return {
    soon: (sessionId) => plan(sessionId, pace.soonMs),
    atTheEnd: (sessionId) => plan(sessionId, pace.endMs),
  }
}
