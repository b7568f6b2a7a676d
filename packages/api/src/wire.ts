import { applyDelta, type Delta } from '@humuus/workshop-engine/delta'

export { type ClockReading, moreExact, readClock } from './clock-reading.ts'
export { wireVersion, wireVersionName } from './wire-version.ts'

/** Carries the key of a screen over HTTP, where an input would be part of the address. */
export const screenKeyName = 'x-humuus-screen'

/**
 * An input without the key of a screen, and the header that carries it instead: over HTTP an input is part of the address, and
 * what is in an address ends up in logs. Any other input stays the same.
 */
export function screenKeyApart(input: unknown): { input: unknown; headers: Record<string, string> } {
  if (typeof input !== 'object' || input === null || !('screenKey' in input)) return { input, headers: {} }
  const { screenKey, ...rest } = input
  return { input: rest, headers: typeof screenKey === 'string' ? { [screenKeyName]: screenKey } : {} }
}

/** Largest WebSocket message a client may send, in bytes. */
export const maxFrameBytes = 64 * 1024

/** A page that watches over an event stream says this often that it is still there (ms): a dead phone breaks no stream. */
export const beatMs = 3_000

/** Receipts a page may report at once. */
export const maxReceipts = 500

/** Why the server closes a socket; all but `goingAway` (standard 1001) are from the private range. */
export const closeCodes = {
  /** The server restarts: come back at once. */
  comeBack: 1012,
  /** Too many commands, again and again. */
  slowDown: 4008,
  /** The client speaks another version of the protocol: reload the page. */
  outdatedClient: 4009,
  /** What was sent is not read: the client comes back with its cursor and reads on from there. */
  slowReader: 4010,
  /** Nobody signed in and nobody looks on: come back when there is something to ask. */
  idle: 4011,
  /** The sign-in it was opened with is over: come back as whoever you are now. */
  signedOut: 4012,
} as const

/**
 * What a subscriber is sent: everything, or the change from the version it last saw. `own` is `null` for screen and host.
 * The views are those of the role that was asked for (`HumuusViews` of the engine).
 */
export type LiveMessage =
  | { readonly kind: 'snapshot'; readonly version: number; readonly shared: unknown; readonly own: unknown }
  | {
      readonly kind: 'delta'
      readonly from: number
      readonly version: number
      readonly shared: Delta
      readonly own: Delta
    }

/** A subscriber's merged view at a version of the log. */
export interface LiveState<Shared = unknown, Own = unknown> {
  readonly version: number
  readonly shared: Shared
  readonly own: Own
}

type Json = Parameters<typeof applyDelta>[0]

/** Merges a message; `null` when a delta was made for another version, so that the subscriber has to start afresh. */
export function merge<Shared, Own>(
  state: LiveState<Shared, Own> | null,
  message: LiveMessage,
): LiveState<Shared, Own> | null {
  if (message.kind === 'snapshot') {
    return { version: message.version, shared: message.shared as Shared, own: message.own as Own }
  }
  if (state === null || state.version !== message.from) return null
  return {
    version: message.version,
    shared: applyDelta(state.shared as Json, message.shared) as Shared,
    own: applyDelta(state.own as Json, message.own) as Own,
  }
}
