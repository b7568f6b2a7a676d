import { type ClockReading, moreExact, readClock } from '@humuus/api/wire'
import { backoff } from './backoff.ts'
import { pause } from './pause.ts'

/** Clocks drift: the server's is read again this often. */
const againMs = 5 * 60_000

/** A question that takes longer is not waited for: it would tell little. */
const answerMs = 10_000

/** This machine's clock in epoch ms, as steady as a stopwatch: no correction of the time of day moves it. */
const steady = (): number => performance.timeOrigin + performance.now()

/** The server's clock as well as a client can tell: read when it connects, and again every few minutes. */
export class ServerClock {
  readonly #ask: (signal: AbortSignal) => Promise<number>
  readonly #closing = new AbortController()
  #reading: ClockReading | null = null
  /** Resolves when it was read for the first time, or closed before. */
  readonly measured: Promise<void>

  constructor(ask: (signal: AbortSignal) => Promise<number>) {
    this.#ask = ask
    this.measured = this.#first()
  }

  /** Epoch ms; this machine's own clock until the server's was read. */
  now(): number {
    return Math.round(steady() + (this.#reading?.offset ?? 0))
  }

  /** The time for something that is done now; unknown until the clock was read. */
  givenAt(): number | undefined {
    return this.#reading === null ? undefined : this.now()
  }

  close(): void {
    this.#closing.abort()
  }

  async #first(): Promise<void> {
    const { signal } = this.#closing
    for (let attempt = 0; !signal.aborted; attempt++) {
      if (await this.#read()) break
      await pause(backoff(attempt), signal)
    }
    void this.#again()
  }

  async #again(): Promise<void> {
    const { signal } = this.#closing
    while (!signal.aborted) {
      await pause(againMs, signal)
      if (!signal.aborted) await this.#read()
    }
  }

  async #read(): Promise<boolean> {
    const ask = () => this.#ask(AbortSignal.any([this.#closing.signal, AbortSignal.timeout(answerMs)]))
    const reading = await readClock(ask, steady)
    if (reading !== null) this.#reading = moreExact(this.#reading, reading)
    return reading !== null
  }
}
