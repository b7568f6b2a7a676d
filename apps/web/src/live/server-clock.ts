import { type ClockReading, moreExact, readClock } from '@humuus/api/wire'
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
  /** The server's time for something a person does now; unknown until measured, and while a sleep makes it doubtful. */
  givenAt(): number | undefined
  /** Measures the offset unless that was done lately. Resolves then; a failure leaves the offset as it was. */
  ensure(): Promise<void>
}

interface ClockNeeds {
  /** The server's clock, epoch ms. */
  readonly ask: () => Promise<number>
  /** This device's clock as a stopwatch shows it, in epoch ms: a correction of the time of day does not move it, a sleep may stop it. */
  readonly steady: () => number
  /** The time of day, epoch ms. */
  readonly now: () => number
  readonly signals: PageSignals
}

/** Differences below this are noise: nothing is drawn anew for them. */
const noiseMs = 5

/** Clocks drift: a measurement is good for so long. */
const freshMs = 5 * 60_000

/** Where nobody answered, it is asked again after this long. */
const retryMs = 15_000

/** Stopwatch and time of day that part by more than this tell of a sleep, or of a clock that was set. */
const jumpMs = 250

/** A clock that is the device's own until it is measured: again every few minutes, and from nothing after every sleep or jump. */
export function createServerClock({ ask, steady, now, signals }: ClockNeeds): ServerClock {
  const offset = watched(0)
  let measuring: Promise<void> | null = null
  let isNeeded = false
  let reading: ClockReading | null = null
  let lookedAt = 0
  let gap = now() - steady()
  let timer: ReturnType<typeof setTimeout> | undefined

  /** Whether what was measured still holds: a stopwatch that slept shows another time since. */
  function isSure(): boolean {
    if (Math.abs(now() - steady() - gap) > jumpMs) doubt()
    return reading !== null
  }

  function doubt(): void {
    gap = now() - steady()
    reading = null
    if (isNeeded) void ensure()
  }

  const isFresh = (): boolean => steady() - lookedAt < freshMs

  async function measure(): Promise<void> {
    const before = gap
    const next = await readClock(ask, steady)
    if (next === null) return
    // A jump meanwhile: what was read is worth nothing.
    if (gap !== before) return measure()
    lookedAt = next.at
    reading = moreExact(reading, next)
    if (Math.abs(reading.offset - offset.get()) >= noiseMs) offset.set(reading.offset)
  }

  function ensure(): Promise<void> {
    isNeeded = true
    if (isSure() && isFresh()) return Promise.resolve()
    measuring ??= measure().finally(() => {
      measuring = null
      clearTimeout(timer)
      timer = setTimeout(lookAgain, reading === null ? retryMs : freshMs)
    })
    return measuring
  }

  /** A hidden page rests; it looks again when it is shown. */
  function lookAgain(): void {
    if (isNeeded && signals.isVisible()) void ensure()
  }

  signals.on((signal) => {
    if (signal === 'woke' || signal === 'jumped') doubt()
    if (signal === 'online' || signal === 'shown') lookAgain()
  })
  return {
    now: () => steady() + offset.get(),
    deviceNow: steady,
    offset,
    givenAt: () => (isSure() ? Math.round(steady() + offset.get()) : undefined),
    ensure,
  }
}
