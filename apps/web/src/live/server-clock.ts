import type { PageSignals } from './page-signals.ts'
import { type Watched, watched } from './watched.ts'

/** The server's clock as well as this device can tell. */
export interface ServerClock {
  /** Epoch ms on the server's clock. */
  now(): number
  /** Epoch ms on this device's clock. */
  deviceNow(): number
  /** Milliseconds by which the server's clock is ahead of this device's; 0 until measured. */
  readonly offset: Watched<number>
  /** Measures the offset unless that was done since the last sleep. Resolves then; a failure leaves the offset as it was. */
  ensure(): Promise<void>
}

interface ClockNeeds {
  /** The server's clock, epoch ms. */
  readonly ask: () => Promise<number>
  readonly now: () => number
  readonly signals: PageSignals
}

interface Sample {
  readonly offset: number
  readonly roundTrip: number
}

const mostSamples = 4

/** A sample is off by half its round trip at most; nobody sees less than this. */
const goodRoundTripMs = 40

/** Differences below this are noise: nothing is drawn anew for them. */
const noiseMs = 5

/** A clock that is the device's own until it is measured, and measured again after every sleep, and when it was set. */
export function createServerClock({ ask, now, signals }: ClockNeeds): ServerClock {
  const offset = watched(0)
  let measuring: Promise<void> | null = null
  let isNeeded = false
  let isMeasured = false

  async function sample(): Promise<Sample> {
    const asked = now()
    const server = await ask()
    const roundTrip = now() - asked
    return { offset: server - (asked + roundTrip / 2), roundTrip }
  }

  /** The sample with the shortest round trip is the most exact. */
  async function run(): Promise<void> {
    let best: Sample | null = null
    try {
      for (let taken = 0; taken < mostSamples; taken++) {
        const next = await sample()
        if (best === null || next.roundTrip < best.roundTrip) best = next
        if (best.roundTrip <= goodRoundTripMs) break
      }
    } catch {
      // What was measured before the network went is better than nothing.
    }
    isMeasured = best !== null
    if (best !== null && Math.abs(best.offset - offset.get()) >= noiseMs) offset.set(best.offset)
  }

  function ensure(): Promise<void> {
    isNeeded = true
    if (isMeasured) return Promise.resolve()
    measuring ??= run().finally(() => {
      measuring = null
    })
    return measuring
  }

  signals.on((signal) => {
    if (signal !== 'woke' && signal !== 'online' && signal !== 'jumped') return
    isMeasured = false
    if (isNeeded) void ensure()
  })
  return { now: () => now() + offset.get(), deviceNow: now, offset, ensure }
}
