import type { LiveMessage, Outlet, Viewer } from '@humuus/api'
import type { Moment } from './history.ts'
import type { Leg } from './leg.ts'
import { textOf } from './live-text.ts'

/** A round that takes longer makes way for whatever else waits, in ms. */
const sliceMs = 5

/** Subscribers served between two looks at the clock. */
const strideLength = 32

/** A subscriber that is sent changes past its iterator. */
export interface Follower {
  readonly viewer: Viewer
  readonly outlet: Outlet
  /** The version it was sent last, as it knows it. */
  sent: number
  /** What it would see is what it sees there: no later than looked at, no earlier than sent. */
  seen: Moment
  /** It waits for room, and is not served meanwhile. */
  isWaiting: boolean
  /** It was sent the last that it may see, or cannot be served. */
  end(error?: unknown): void
}

interface FanoutPorts {
  readonly head: () => Moment
  /** From a moment to the head, for all of a role who saw that last. */
  readonly leg: (from: Moment, role: Viewer['role']) => Pick<Leg, 'message' | 'mayGoOn'>
  readonly sent: (message: LiveMessage, from: number) => void
}

/**
 * Brings all its subscribers to the head, whatever each saw last, in one round; a round that begins while another goes on is
 * the rest of that one and one more. What many are sent is put into text once. Large rounds are cut into slices.
 */
export class Fanout {
  readonly #ports: FanoutPorts
  readonly #followers = new Set<Follower>()
  #isGoing = false
  #again = false

  constructor(ports: FanoutPorts) {
    this.#ports = ports
  }

  /** From now on it is sent what changes; what it missed until now at once. */
  add(follower: Follower): void {
    this.#followers.add(follower)
    this.#tryToServe(follower)
  }

  remove(follower: Follower): void {
    this.#followers.delete(follower)
  }

  round(): void {
    if (this.#isGoing) {
      this.#again = true
      return
    }
    this.#isGoing = true
    // Whoever caused it is answered first.
    setImmediate(() => this.#slice(this.#followers.values()))
  }

  #slice(rest: Iterator<Follower>): void {
    const until = performance.now() + sliceMs
    let served = 0
    for (let next = rest.next(); !next.done; next = rest.next()) {
      this.#tryToServe(next.value)
      if (++served % strideLength > 0 || performance.now() < until) continue
      setImmediate(() => this.#slice(rest))
      return
    }
    this.#over()
  }

  #over(): void {
    this.#isGoing = false
    if (!this.#again) return
    this.#again = false
    this.round()
  }

  #tryToServe(follower: Follower): void {
    try {
      this.#serve(follower)
    } catch (error) {
      // A fault of ours concerns whom it befalls, and nobody else.
      follower.end(error)
    }
  }

  #serve(follower: Follower): void {
    const to = this.#ports.head()
    if (follower.isWaiting || follower.seen === to) return
    if (follower.outlet.isFull()) {
      this.#wait(follower)
      return
    }
    const { viewer, sent, seen } = follower
    const leg = this.#ports.leg(seen, viewer.role)
    const message = leg.message(viewer, sent)
    follower.seen = to
    if (message !== null) {
      follower.sent = to.version
      follower.outlet.send(textOf(message))
      this.#ports.sent(message, sent)
    }
    if (!leg.mayGoOn(viewer)) follower.end()
  }

  /** A slow reader is sent less, not later: what there is once it has room. */
  #wait(follower: Follower): void {
    follower.isWaiting = true
    void follower.outlet.room().then(() => {
      follower.isWaiting = false
      if (this.#followers.has(follower)) this.#tryToServe(follower)
    })
  }
}
