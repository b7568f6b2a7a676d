import type { AppRouter, LiveMessage } from '@humuus/api'
import { beatMs, type LiveState, merge } from '@humuus/api/wire'
import type { HumuusViews, Rejection, Role } from '@humuus/workshop-engine'
import type { TRPCClient } from '@trpc/client'
import { backoff } from './backoff.ts'
import { isPassing, rejectionOf } from './rejection-of.ts'
import { until } from './until.ts'

/** What a role sees: the view of all in it, and for a participant their own. */
export type SeenBy<R extends Role> = LiveState<HumuusViews[R], R extends 'participant' ? HumuusViews['own'] : null>

export interface WatchOptions<R extends Role> {
  readonly sessionId: string
  readonly role: R
  /** Lets a screen look on without an account. */
  readonly screenKey?: string
}

/** Where a view is looked at. */
export interface Seat {
  /** UUID of the client: of a person's clients the newest one is shown the session. */
  readonly page: string
  /** The connection does not tell when it dies; see `sessions.beat`. */
  readonly beats: boolean
}

/**
 * A session as one viewer sees it, kept up to date: merges what the server sends, comes back with its cursor after a drop,
 * and starts afresh when a change was not made for what it holds.
 */
export class LiveView<R extends Role> {
  readonly #trpc: TRPCClient<AppRouter>
  readonly #options: WatchOptions<R>
  readonly #seat: Seat
  readonly #drop: () => void
  readonly #listeners = new Set<() => void>()
  #state: SeenBy<R> | null = null
  #rejection: Rejection | null = null
  #closed = false
  #subscription: { unsubscribe(): void } | null = null
  /** Counts the subscriptions, so that the last words of an earlier one are not heard. */
  #turn = 0
  /** Holds something that no change fits: everything is asked for anew. */
  #isStale = false
  #failures = 0
  #timer: NodeJS.Timeout | undefined
  #beats: NodeJS.Timeout | undefined

  constructor(trpc: TRPCClient<AppRouter>, options: WatchOptions<R>, seat: Seat, drop: () => void) {
    this.#trpc = trpc
    this.#options = options
    this.#seat = seat
    this.#drop = drop
    this.#listen()
    if (seat.beats) this.#beats = setInterval(() => this.#beat(), beatMs)
  }

  /** `null` until the first message. */
  get state(): SeenBy<R> | null {
    return this.#state
  }

  /** Why the server shows this viewer nothing (more); final. `taken_over`: the same person watches with another client. */
  get rejection(): Rejection | null {
    return this.#rejection
  }

  get isClosed(): boolean {
    return this.#closed
  }

  /** Calls back after each change of `state` and `rejection`, and once it is closed. Returns how to stop that. */
  changed(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Resolves to the first state, from now on, that the predicate likes. Throws when time is up, on a rejection and on `close`. */
  until(predicate: (state: SeenBy<R>) => boolean, timeoutMs: number): Promise<SeenBy<R>> {
    return until(this, predicate, timeoutMs)
  }

  /** Cuts the client's connection; the view comes back with its cursor. */
  drop(): void {
    this.#drop()
  }

  close(): void {
    if (this.#closed) return
    this.#closed = true
    clearTimeout(this.#timer)
    clearInterval(this.#beats)
    this.#subscription?.unsubscribe()
    this.#tell()
  }

  #listen(): void {
    const turn = ++this.#turn
    const inTurn = (heard: () => void) => {
      if (turn === this.#turn && !this.#closed) heard()
    }
    const { sessionId, role, screenKey } = this.#options
    const cursor = this.#state === null || this.#isStale ? {} : { lastEventId: String(this.#state.version) }
    this.#subscription?.unsubscribe()
    this.#subscription = this.#trpc.sessions.live.subscribe(
      { sessionId, role, ...this.#seat, ...(screenKey !== undefined && { screenKey }), ...cursor },
      {
        // JSON has no `undefined`: what the types call optional is there.
        onData: ({ data }) => inTurn(() => this.#take(data as LiveMessage)),
        onError: (error) => inTurn(() => this.#refuse(rejectionOf(error))),
        // The server ended it without a word: asking again tells why.
        onComplete: () => inTurn(() => this.#listenSoon()),
      },
    )
  }

  #take(message: LiveMessage): void {
    const merged = mergeIfItFits(this.#isStale ? null : this.#state, message)
    this.#isStale = merged === null
    if (merged === null) {
      this.#listenSoon()
      return
    }
    this.#failures = 0
    this.#state = merged
    this.#tell()
  }

  #refuse(rejection: Rejection | null): void {
    if (rejection === null || isPassing(rejection)) {
      this.#listenSoon()
      return
    }
    this.#rejection = rejection
    clearInterval(this.#beats)
    this.#tell()
  }

  #beat(): void {
    const { sessionId } = this.#options
    this.#trpc.sessions.beat.mutate({ sessionId, page: this.#seat.page }).catch(() => {
      // The next one will do.
    })
  }

  #listenSoon(): void {
    this.#turn++
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#listen(), backoff(this.#failures++))
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener()
  }
}

/** `null` when the change was made for something else. */
function mergeIfItFits<Shared, Own>(
  state: LiveState<Shared, Own> | null,
  message: LiveMessage,
): LiveState<Shared, Own> | null {
  try {
    return merge(state, message)
  } catch {
    return null
  }
}
