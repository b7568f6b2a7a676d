import { type LiveMessage, type Outlet, refusal, type Viewer, type ViewStart, type Watching } from '@humuus/api'
import type { Attendance } from './attendance.ts'
import type { Audiences } from './audiences.ts'
import { smallest, snapshot } from './first-look.ts'
import { Following } from './following.ts'
import type { Moment } from './history.ts'
import { textOf } from './live-text.ts'
import type { RoomPorts } from './room-ports.ts'
import type { SessionLog } from './session-log.ts'
import { mayWatch } from './viewers.ts'
import type { End, Watch } from './watchers.ts'
import type { WishQueue } from './wish-queue.ts'

interface SubscriptionPorts extends Pick<RoomPorts, 'door' | 'observer'> {
  readonly log: Pick<SessionLog, 'head' | 'momentAt' | 'forgottenAt'>
  readonly queue: Pick<WishQueue, 'catchUp'>
  readonly attendance: Attendance
  readonly audiences: Audiences
}

/** Subscribers are cursors into the log: what they missed, then every change, until they go or may no longer watch. */
export class Subscriptions {
  readonly #ports: SubscriptionPorts

  constructor(ports: SubscriptionPorts) {
    this.#ports = ports
  }

  /** As an iterator; throws the refusal `taken_over` when the viewer went on with another page. */
  async *live(viewer: Viewer, watching: Watching, signal: AbortSignal): AsyncGenerator<LiveMessage> {
    const { log, attendance, audiences } = this.#ports
    const ended = new AbortController()
    const watch = this.#enter(viewer, watching, { over: () => ended.abort() })
    const over = AbortSignal.any([signal, ended.signal])
    try {
      const { pulse } = audiences.of(viewer)
      let beat = pulse.count
      const first = await this.#firstLook(viewer, watching.since, over)
      if (first.message) {
        this.#ports.observer?.sent(first.message.kind)
        yield first.message
      }
      // The cursor is what the viewer was sent, not what we looked at: it moves only with a message.
      let { seen } = first
      while (mayWatch(log.head.state, viewer) || seen !== log.head) {
        await pulse.after(beat, over)
        await watching.room(over)
        if (watch.end === 'taken_over') throw refusal('taken_over')
        if (over.aborted) return
        beat = pulse.count
        const now = log.head
        const message = audiences.leg(seen, viewer.role).message(viewer, seen.version)
        if (message) {
          audiences.sent(message, seen.version)
          seen = now
          yield message
        } else if (!mayWatch(now.state, viewer)) return
      }
    } finally {
      attendance.leave(watch)
    }
  }

  /** Past an iterator, to an outlet. */
  async follow(viewer: Viewer, start: ViewStart, outlet: Outlet, signal: AbortSignal): Promise<{ stop(): void }> {
    const { log, attendance, audiences } = this.#ports
    const { fanout } = audiences.of(viewer)
    const following = new Following(viewer, outlet, log.head, (one) => {
      fanout.remove(one)
      attendance.leave(watch)
    })
    const watch = this.#enter(viewer, start, following)
    const stop = () => following.stop()
    signal.addEventListener('abort', stop, { once: true })
    try {
      const { seen, message } = await this.#firstLook(viewer, start.since, signal)
      if (following.isOver) return following
      if (message) {
        this.#ports.observer?.sent(message.kind)
        outlet.send(textOf(message))
      }
      following.seen = seen
      following.sent = seen.version
      if (seen === log.head && !mayWatch(seen.state, viewer)) following.end()
      else fanout.add(following)
      return following
    } catch (error) {
      following.stop()
      throw error
    } finally {
      signal.removeEventListener('abort', stop)
    }
  }

  /** Registered before the first look, so that nothing falls in between. */
  #enter(viewer: Viewer, start: ViewStart, told: { over(end: End): void }): Watch {
    const watch = this.#ports.attendance.enter(viewer, start, told)
    if (watch === null) throw refusal('slow_down')
    this.#ports.observer?.opened(start.since !== null)
    return watch
  }

  async #firstLook(
    viewer: Viewer,
    since: number | null,
    signal: AbortSignal,
  ): Promise<{ seen: Moment; message: LiveMessage | null }> {
    const { log, queue, door, audiences } = this.#ports
    if (since !== null && since > log.head.version) await queue.catchUp()
    const before = since === null || since > log.head.version ? null : await log.momentAt(since)
    const leave = await door.enter(signal)
    try {
      const now = log.head
      // What was shown before somebody was forgotten cannot be rebuilt: their name is no longer in the log.
      const known = before !== null && before.version >= log.forgottenAt ? before : null
      const message = known === null ? snapshot(now, viewer) : smallest(audiences.leg(known, viewer.role), viewer)
      return { seen: known !== null && message === null ? known : now, message }
    } finally {
      leave()
    }
  }
}
