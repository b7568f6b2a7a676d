import type { AppRouter } from '@humuus/api'
import { wireVersion, wireVersionName } from '@humuus/api/wire'
import { createWSClient, type WebSocketClientOptions, wsLink } from '@trpc/client'
import { WebSocket } from 'ws'
import { backoff } from './backoff.ts'
import { pause } from './pause.ts'
import type { Transport } from './transport.ts'

/** A handshake that takes longer has failed. */
const handshakeMs = 5_000

/** A connection that was silent for so long is asked whether it lives, and has so long to say yes. */
const keepAlive = { enabled: true, intervalMs: 5_000, pongTimeoutMs: 4_000 }

/** How long a goodbye may take. */
const closeMs = 500

/** Everything over one WebSocket. */
export function webSocketTransport(address: string, token: string): Transport {
  const sockets = new Set<WebSocket>()

  /** Bounded in time, and remembered so that it can be cut. */
  class Socket extends WebSocket {
    constructor(url: string | URL) {
      super(url, { handshakeTimeout: handshakeMs, perMessageDeflate: false })
      sockets.add(this)
      this.once('close', () => sockets.delete(this))
    }
  }

  const client = createWSClient({
    url: address,
    WebSocket: Socket as unknown as NonNullable<WebSocketClientOptions['WebSocket']>,
    connectionParams: { token, [wireVersionName]: String(wireVersion) },
    retryDelayMs: backoff,
    keepAlive,
  })
  const drop = () => {
    for (const socket of sockets) socket.terminate()
  }
  return {
    link: wsLink<AppRouter>({ client }),
    beats: false,
    drop,
    close: async () => {
      await Promise.race([client.close(), pause(closeMs)])
      drop()
    },
  }
}
