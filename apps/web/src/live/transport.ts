/** What carries live traffic: one WebSocket, or HTTP requests and an event stream where a network blocks WebSockets. */
export type CarrierKind = 'socket' | 'http'

/** What is known of the network, and what to find out next. Times are epoch ms. */
export interface TransportState {
  readonly carrier: CarrierKind
  /** A socket carried something on this network. */
  readonly hasWorked: boolean
  /** Weight of failed openings in a row during which HTTP worked. */
  readonly evidence: number
  /** Weight of failures nobody has judged yet. */
  readonly unjudged: number
  readonly question: 'does_http_work' | 'does_a_socket_open' | null
  /** When to look again whether sockets are still blocked; `null` on a socket. */
  readonly retryAt: number | null
}

export type TransportEvent =
  /** A socket carried a message, or the server's own goodbye. */
  | { readonly type: 'proved' }
  /** A socket ended before it carried anything. */
  | { readonly type: 'failed' }
  /** A socket is not open after several seconds. */
  | { readonly type: 'stuck' }
  | { readonly type: 'http_answered'; readonly works: boolean; readonly now: number }
  | { readonly type: 'socket_tried'; readonly works: boolean; readonly now: number }
  /** Time to look again, or another network. */
  | { readonly type: 'look_again' }

/** A socket that hangs says as much as two that are refused. */
const enough = 2

/** Where sockets have worked before, failures rather mean a bad network than a strict one. */
const enoughAfterWork = 4

/** A blocked network is looked at again after this long. */
export const blockedForMs = 5 * 60_000

const fresh: TransportState = {
  carrier: 'socket',
  hasWorked: false,
  evidence: 0,
  unjudged: 0,
  question: null,
  retryAt: null,
}

/** The state a page begins with; `blockedUntil` is what this browser session remembers. */
export function initialTransport(blockedUntil: number | null, now: number): TransportState {
  return blockedUntil !== null && blockedUntil > now ? { ...fresh, carrier: 'http', retryAt: blockedUntil } : fresh
}

/**
 * Judges whether the network blocks WebSockets. A failed socket alone proves nothing, because the server may be down: it
 * counts only when HTTP works right after it, and one such failure is not enough, because the server may just have come up.
 */
export function advance(state: TransportState, event: TransportEvent): TransportState {
  return state.carrier === 'socket' ? onSocket(state, event) : onHttp(state, event)
}

function onSocket(state: TransportState, event: TransportEvent): TransportState {
  switch (event.type) {
    case 'proved':
      return { ...fresh, hasWorked: true }
    case 'look_again':
      return fresh
    case 'failed':
      // However many fail before the verdict: they all may have met the same restart.
      return { ...state, unjudged: Math.max(state.unjudged, 1), question: 'does_http_work' }
    case 'stuck':
      return { ...state, unjudged: enough, question: 'does_http_work' }
    case 'http_answered': {
      if (state.question !== 'does_http_work') return state
      if (!event.works) return { ...state, evidence: 0, unjudged: 0, question: null }
      const evidence = state.evidence + state.unjudged
      if (evidence < (state.hasWorked ? enoughAfterWork : enough))
        return { ...state, evidence, unjudged: 0, question: null }
      return { ...fresh, carrier: 'http', retryAt: event.now + blockedForMs }
    }
    case 'socket_tried':
      return state
  }
}

function onHttp(state: TransportState, event: TransportEvent): TransportState {
  if (event.type === 'look_again') return { ...state, question: 'does_a_socket_open' }
  if (event.type !== 'socket_tried') return state
  if (!event.works) return { ...state, question: null, retryAt: event.now + blockedForMs }
  return fresh
}
