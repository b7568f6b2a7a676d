/** What a question to the server's clock told a device. All in ms. */
export interface ClockReading {
  /** By how much the server's clock is ahead of the device's. */
  readonly offset: number
  /** It is off by half of this at most, and by exactly half of what one way took longer than the other. */
  readonly roundTrip: number
  /** When it was read, by the device's clock. */
  readonly at: number
}

/** Readings taken at once, at most. */
const mostReadings = 4

/** A reading with so short a way need not be taken again: nobody feels half of it. */
const goodRoundTrip = 20

/** Clocks run apart by less than this share: what was read an hour ago may be wrong by a third of a second. */
const drift = 1e-4

/**
 * Reads the server's clock a few times and keeps the reading with the shortest way; `null` when nobody answered. The first
 * one may have waited for a connection, so there are two at least where it took long; when two ways are alike, the network has
 * shown what it can.
 */
export async function readClock(ask: () => Promise<number>, now: () => number): Promise<ClockReading | null> {
  let best: ClockReading | null = null
  for (let taken = 0; taken < mostReadings; taken++) {
    const next = await reading(ask, now)
    // What was read before the network went is better than nothing.
    if (next === null) return best
    const isAlike = best !== null && Math.abs(next.roundTrip - best.roundTrip) <= best.roundTrip / 4
    if (best === null || next.roundTrip < best.roundTrip) best = next
    if (isAlike || best.roundTrip <= goodRoundTrip) break
  }
  return best
}

/** The more exact of two readings when the later one was taken: the earlier may come from a better hour of the network. */
export function moreExact(earlier: ClockReading | null, later: ClockReading): ClockReading {
  if (earlier === null) return later
  return later.roundTrip / 2 <= earlier.roundTrip / 2 + drift * Math.abs(later.at - earlier.at) ? later : earlier
}

async function reading(ask: () => Promise<number>, now: () => number): Promise<ClockReading | null> {
  const asked = now()
  try {
    const told = await ask()
    const at = now()
    return { offset: told - (asked + at) / 2, roundTrip: at - asked, at }
  } catch {
    return null
  }
}
