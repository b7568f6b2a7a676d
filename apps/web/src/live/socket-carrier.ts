import type { AppRouter } from '@humuus/api'
import { closeCodes } from '@humuus/api/wire'
import { createWSClient, type TRPCClientRuntime, wsLink } from '@trpc/client'
import type { Backoff } from './backoff.ts'
import type { Carrier, Introduction, Line } from './carrier.ts'
import { noGoodbye, promptSocket, type SocketClass, type SocketWatch } from './prompt-socket.ts'

export interface SocketNeeds {
  readonly url: string
  readonly WebSocket: SocketClass
  readonly introduction: Introduction
  readonly retryDelay: Backoff
  readonly patienceMs: number
  readonly ping: { readonly intervalMs: number; readonly pongTimeoutMs: number }
  /** Ms on a clock that nobody sets. */
  readonly steady: () => number
}

export interface SocketNews {
  line(line: Line): void
  /** What a socket's life says about the network. */
  evidence(type: 'proved' | 'failed' | 'stuck'): void
  /** The server asks for a newer page. */
  outdated(): void
  /** The sign-in that the connection was opened with is over. */
  signedOut(): void
}

/** A server that asked to slow down is left alone for so long, and one that waits for somebody to sign in anew. */
const slowDownMs = 5_000
const signInMs = 30_000

/** One WebSocket that reconnects by itself; open subscriptions go on from the last event they saw. */
export function socketCarrier(needs: SocketNeeds, news: SocketNews, runtime: TRPCClientRuntime): Carrier {
  let lastHeardAt: number | null = null
  let restMs = 0
  let isDiscarded = false
  let closeSocket = () => {}

  function watch(close: () => void): SocketWatch {
    let isProved = false
    const prove = () => {
      if (!isProved) news.evidence('proved')
      isProved = true
    }
    closeSocket = close
    // One that was about to be made when the carrier was discarded.
    if (isDiscarded) setTimeout(close)
    return {
      stuck: () => news.evidence('stuck'),
      message() {
        lastHeardAt = needs.steady()
        prove()
      },
      ended(code) {
        if (isDiscarded) return
        if (code !== noGoodbye) prove()
        else if (!isProved) news.evidence('failed')
        restMs = code === closeCodes.slowDown ? slowDownMs : code === closeCodes.signedOut ? signInMs : 0
        if (code === closeCodes.outdatedClient) news.outdated()
        if (code === closeCodes.signedOut) news.signedOut()
      },
    }
  }

  const client = createWSClient({
    url: needs.url,
    WebSocket: promptSocket(needs.WebSocket, { patienceMs: needs.patienceMs, watch }),
    connectionParams: () => needs.introduction.connectionParams(),
    retryDelayMs: (attempt) => needs.retryDelay(attempt) + restMs,
    keepAlive: { enabled: true, ...needs.ping },
  })
  const states = client.connectionState.subscribe({
    next({ state, error }) {
      if (state !== 'idle') news.line(state === 'pending' ? 'open' : error === null ? 'connecting' : 'down')
    },
  })

  return {
    link: wsLink<AppRouter>({ client })(runtime),
    lastHeardAt: () => lastHeardAt,
    discard() {
      isDiscarded = true
      states.unsubscribe()
      void client.close()
      closeSocket()
    },
  }
}
