import { type LiveMessage, type LiveState, merge } from '@humuus/api/wire'
import type { Rejection } from '@humuus/workshop-engine'
import { mayPass } from './may-pass.ts'

/** A subscriber's side of a session: what it has seen, and whether it listens. */
export interface Following<Shared, Own> {
  /** Which session, through whose eyes; what is meant for another one is ignored. */
  readonly key: string
  /** `null` until something came. Kept while the connection is gone. */
  readonly seen: LiveState<Shared, Own> | null
  /** `resting`: not listening, about to listen again. `refused`: for good. */
  readonly phase: 'listening' | 'resting' | 'refused'
  /** The version to go on from when it begins to listen; `null`: from nothing. */
  readonly since: number | null
  /** Failures since something last came. */
  readonly failures: number
  readonly rejection: Rejection | null
}

export type FollowingEvent = { readonly key: string } & (
  | { readonly type: 'began' }
  | { readonly type: 'received'; readonly message: LiveMessage }
  | { readonly type: 'failed'; readonly rejection: Rejection | null }
  | { readonly type: 'rested' }
  | { readonly type: 'retried' }
)

export function follow<Shared, Own>(key: string): Following<Shared, Own> {
  return { key, seen: null, phase: 'listening', since: null, failures: 0, rejection: null }
}

/** What happens to a subscriber. Only `began` may name another key than the state's. */
export function followed<Shared, Own>(state: Following<Shared, Own>, event: FollowingEvent): Following<Shared, Own> {
  if (event.type === 'began') return follow(event.key)
  if (event.key !== state.key) return state
  switch (event.type) {
    case 'received':
      return received(state, event.message)
    case 'failed': {
      const { rejection } = event
      if (state.phase === 'refused') return state
      if (!mayPass(rejection)) return { ...state, phase: 'refused', rejection }
      return rest(state, state.seen?.version ?? null)
    }
    case 'retried':
      if (state.phase !== 'refused') return state
      return { ...state, phase: 'listening', since: state.seen?.version ?? null, rejection: null }
    case 'rested':
      return state.phase === 'resting' ? { ...state, phase: 'listening' } : state
  }
}

function received<Shared, Own>(state: Following<Shared, Own>, message: LiveMessage): Following<Shared, Own> {
  // Sent before it was told that nobody listens.
  if (state.phase !== 'listening') return state
  const seen = merged(state.seen, message)
  // A change for another version: begin from nothing, and keep the old picture until the new one is there.
  return seen === null ? rest(state, null) : { ...state, seen, failures: 0 }
}

/** `null` when the change was not made for what was seen. */
function merged<Shared, Own>(seen: LiveState<Shared, Own> | null, message: LiveMessage): LiveState<Shared, Own> | null {
  try {
    return merge(seen, message)
  } catch {
    return null
  }
}

const rest = <Shared, Own>(state: Following<Shared, Own>, since: number | null): Following<Shared, Own> => ({
  ...state,
  phase: 'resting',
  since,
  failures: state.failures + 1,
})

export type LiveStatus = 'loading' | 'live' | 'reconnecting' | 'offline' | 'refused'

interface Circumstances {
  /** The server has confirmed the subscription since the line was last lost. */
  readonly isConfirmed: boolean
  /** No network, as far as the browser knows. */
  readonly isOffline: boolean
}

/** The state in a word for the page. */
export function statusOf(
  { phase, seen }: Pick<Following<unknown, unknown>, 'phase' | 'seen'>,
  { isConfirmed, isOffline }: Circumstances,
): LiveStatus {
  if (phase === 'refused') return 'refused'
  if (isOffline) return 'offline'
  if (seen === null) return 'loading'
  return phase === 'listening' && isConfirmed ? 'live' : 'reconnecting'
}
