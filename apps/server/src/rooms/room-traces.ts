import type { Call } from '@humuus/api'
import { readTraceparent, type SpanRef, type Tracer } from '@humuus/telemetry'
import { traceIdOf } from '../ops/trace-id.ts'
import type { Written } from './session-log.ts'
import type { QueuedWish } from './wish.ts'
import type { WishTrace } from './wish-trace.ts'

/** What is said of a change is believed to be all after so long, in ms: slow phones come later. */
const spreadMs = 1_000

/** A device that says that something was done longer ago than this is not believed, in ms. */
const longestOnTheWayMs = 600_000

/** Changes of one room that are still on their way to those who watch. */
interface Spread {
  readonly version: number
  readonly roots: readonly SpanRef[]
  readonly since: number
  messages: number
  lastAt: number
}

interface Begun {
  readonly sessionId: string
  readonly name: string
  readonly commandId: string | null
  readonly givenAt: number | null
  readonly call: Call | undefined
}

const now = (): number => performance.timeOrigin + performance.now()

/**
 * Follows wishes from the phone through the room into the log and out to everybody. The trace of a command has its id: sent
 * again it is found in the same trace.
 */
export class RoomTraces {
  readonly #tracer: Tracer
  readonly #spreading = new Map<string, Spread[]>()

  constructor(tracer: Tracer) {
    this.#tracer = tracer
  }

  /** `undefined` for what is not kept. */
  begin({ sessionId, name, commandId, givenAt, call }: Begun): WishTrace | undefined {
    const queuedAt = now()
    const cameAt = call?.at ?? queuedAt
    const wasGiven = givenAt !== null && givenAt < cameAt && cameAt - givenAt < longestOnTheWayMs
    const root = this.#tracer.start(name, {
      kind: 'server',
      parent: readTraceparent(call?.traceparent),
      traceId: commandId === null ? undefined : traceIdOf(commandId),
      at: wasGiven ? givenAt : cameAt,
      attributes: { 'humuus.session_id': sessionId, ...(call && { 'humuus.request_id': call.requestId }) },
    })
    if (!root.ref.isSampled) return undefined
    if (wasGiven) this.#part('phone', root.ref, givenAt, cameAt)
    if (call !== undefined) this.#part('receive', root.ref, cameAt, queuedAt)
    return {
      root,
      queuedAt,
      answered: (result) => root.end(now(), { 'humuus.outcome': result.ok ? 'accepted' : result.rejection.code }),
    }
  }

  /** A batch is in the log: what its wishes waited for, each in its own trace, with a link to the append that they share. */
  written(sessionId: string, version: number, { wishes, judgingAt, judgedAt, committedAt, versions }: Written): void {
    const traced = tracedOf(wishes)
    if (traced.length === 0) return
    const roots = traced.map(({ root }) => root.ref)
    const batch = this.#tracer.start('batch', {
      at: judgedAt,
      links: roots,
      attributes: { 'humuus.session_id': sessionId, 'humuus.wishes': wishes.length, 'humuus.versions': versions },
    })
    batch.end(committedAt)
    for (const { root, queuedAt } of traced) {
      this.#part('wait', root.ref, queuedAt, Math.max(queuedAt, judgingAt))
      this.#part('decide', root.ref, judgingAt, judgedAt)
      const append = this.#tracer.start('append', { parent: root.ref, at: judgedAt, links: [batch.ref] })
      append.end(committedAt, { 'humuus.version': version })
    }
    this.#spread(sessionId, { version, roots, since: committedAt, messages: 0, lastAt: committedAt })
  }

  /** Somebody who had seen `from` is sent what is so at `to`. */
  sent(sessionId: string, from: number, to: number): void {
    for (const spread of this.#spreading.get(sessionId) ?? []) {
      if (from >= spread.version || to < spread.version) continue
      spread.messages++
      spread.lastAt = now()
    }
  }

  #spread(sessionId: string, spread: Spread): void {
    this.#spreading.set(sessionId, [...(this.#spreading.get(sessionId) ?? []), spread])
    setTimeout(() => this.#spreadOut(sessionId, spread), spreadMs).unref()
  }

  #spreadOut(sessionId: string, spread: Spread): void {
    const others = (this.#spreading.get(sessionId) ?? []).filter((one) => one !== spread)
    if (others.length > 0) this.#spreading.set(sessionId, others)
    else this.#spreading.delete(sessionId)
    for (const parent of spread.roots) {
      const span = this.#tracer.start('fan-out', { parent, at: spread.since })
      span.end(spread.lastAt, { 'humuus.messages': spread.messages })
    }
  }

  #part(name: string, parent: SpanRef, from: number, to: number): void {
    this.#tracer.start(name, { parent, at: from }).end(to)
  }
}

const tracedOf = (wishes: readonly QueuedWish[]): WishTrace[] =>
  wishes.flatMap(({ trace }) => (trace === undefined ? [] : [trace]))
