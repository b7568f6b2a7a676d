import { type Outlet, refusal, type Viewer } from '@humuus/api'
import type { Follower } from './fanout.ts'
import type { Moment } from './history.ts'
import type { End } from './watchers.ts'

/** Somebody who is sent changes past an iterator, from the first look to the end, whoever ends it. */
export class Following implements Follower {
  readonly viewer: Viewer
  readonly outlet: Outlet
  sent: number
  seen: Moment
  isWaiting = false
  isOver = false
  readonly #leave: (following: Following) => void

  /** `leave` is called once. */
  constructor(viewer: Viewer, outlet: Outlet, head: Moment, leave: (following: Following) => void) {
    this.viewer = viewer
    this.outlet = outlet
    this.seen = head
    this.sent = head.version
    this.#leave = leave
  }

  /** The viewer goes, and needs no word. */
  stop(): void {
    if (this.isOver) return
    this.isOver = true
    this.#leave(this)
  }

  end(error?: unknown): void {
    if (this.isOver) return
    this.stop()
    this.outlet.end(error)
  }

  over(end: End): void {
    this.end(end === 'taken_over' ? refusal('taken_over') : undefined)
  }
}
