import type { Backoff } from '../live/backoff.ts'
import type { PageSignals } from '../live/page-signals.ts'
import { pause } from '../live/pause.ts'
import type { Identity } from './identity.ts'

interface ComingBackNeeds {
  readonly identity: Identity
  /** Connects anew, as whoever the browser is then. */
  readonly connect: () => void
  readonly signals: PageSignals
  readonly backoff: Backoff
  readonly steady: () => number
  /** A connection that lasted longer was a good one. */
  readonly soonMs: number
}

/** The server ended a connection because its sign-in is over: asks who the browser is, then connects; slower each time it was in vain. */
export function comingBack({ identity, connect, signals, backoff, steady, soonMs }: ComingBackNeeds): () => void {
  let isComing = false
  let attempts = 0
  let cameAt = Number.NEGATIVE_INFINITY

  async function come(): Promise<void> {
    for (;;) {
      if (attempts > 0) await pause(soonMs / 4 + backoff(attempts), signals)
      attempts++
      try {
        await identity.look()
        cameAt = steady()
        connect()
        return
      } catch {
        // Tried again.
      }
    }
  }

  return () => {
    if (isComing) return
    isComing = true
    if (steady() - cameAt > soonMs) attempts = 0
    void come().finally(() => {
      isComing = false
    })
  }
}
