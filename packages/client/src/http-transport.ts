import type { AppRouter } from '@humuus/api'
import { wireVersion, wireVersionName } from '@humuus/api/wire'
import { httpLink, httpSubscriptionLink, splitLink } from '@trpc/client'
import { FetchEventSource } from './fetch-event-source.ts'
import type { Transport } from './transport.ts'

/** Plain requests, and subscriptions as event streams: for networks that let no WebSocket through. */
export function httpTransport(address: string, token: string): Transport {
  const headers = { authorization: `Bearer ${token}`, [wireVersionName]: String(wireVersion) }
  const streams = new Set<FetchEventSource>()

  /** Says who asks, and is remembered so that it can be cut. */
  class Stream extends FetchEventSource {
    constructor(url: string) {
      super(url, headers)
      streams.add(this)
    }
    override close(): void {
      super.close()
      streams.delete(this)
    }
  }

  return {
    link: splitLink<AppRouter>({
      condition: (operation) => operation.type === 'subscription',
      true: httpSubscriptionLink<AppRouter, typeof Stream>({ url: address, EventSource: Stream }),
      false: httpLink<AppRouter>({ url: address, headers }),
    }),
    beats: true,
    drop: () => {
      for (const stream of streams) stream.drop()
    },
    close: async () => {
      for (const stream of streams) stream.close()
    },
  }
}
