import { type EventLoopUtilization, performance } from 'node:perf_hooks'

/** How often it is looked at how busy we are, in ms. */
const lookMs = 500

/** Up to this share of its time a server is at ease; from the other one on it does only what cannot wait. */
const atEase = 0.5
const full = 0.95

/** How many times longer tallies may wait then. */
const most = 20

/** How many times longer tallies wait, at a share of time in which the server works. */
export const stretchAt = (share: number): number =>
  1 + (most - 1) * Math.min(1, Math.max(0, (share - atEase) / (full - atEase)))

/** How busy this server is. The busier, the longer tallies wait on phones: steps and receipts go first. */
export class Pressure {
  readonly #timer: NodeJS.Timeout
  readonly #look: (since?: EventLoopUtilization) => EventLoopUtilization
  #seen: EventLoopUtilization
  #stretch = 1

  constructor(
    look: (since?: EventLoopUtilization) => EventLoopUtilization = (since) => performance.eventLoopUtilization(since),
  ) {
    this.#look = look
    this.#seen = look()
    this.#timer = setInterval(() => this.#feel(), lookMs)
    this.#timer.unref()
  }

  /** How many times longer than usual tallies wait now, from 1. */
  get stretch(): number {
    return this.#stretch
  }

  stop(): void {
    clearInterval(this.#timer)
  }

  #feel(): void {
    const now = this.#look()
    const { active, idle } = this.#seen
    const busy = now.active - active
    const all = busy + now.idle - idle
    this.#seen = now
    // Half of what it was stays: what is spared must not bring back at once what it was spared for.
    this.#stretch = (this.#stretch + stretchAt(all > 0 ? busy / all : 0)) / 2
  }
}
