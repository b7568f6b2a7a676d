import type { AppRouter } from '@humuus/api'
import { screenKeyApart, wireVersion, wireVersionName } from '@humuus/api/wire'
import { httpLink, httpSubscriptionLink, type Operation, splitLink, type TRPCLink } from '@trpc/client'
import { FetchEventSource } from './fetch-event-source.ts'
import type { Transport } from './transport.ts'

type Headers = Readonly<Record<string, string>>

/** No secret stands in an address: the key of a screen goes from the input to a header. */
const keyInHeader: TRPCLink<AppRouter> =
  () =>
  ({ op, next }) => {
    const { input, headers } = screenKeyApart(op.input)
    return next({ ...op, input, context: { ...op.context, key: headers } })
  }

const keyOf = ({ context }: Pick<Operation, 'context'>): Headers => context.key as Headers

/** Plain requests, and subscriptions as event streams: for networks that let no WebSocket through. */
export function httpTransport(address: string, token: string): Transport {
  const headers = { authorization: `Bearer ${token}`, [wireVersionName]: String(wireVersion) }
  const streams = new Set<FetchEventSource>()

  /** Says who asks, and is remembered so that it can be cut. */
  class Stream extends FetchEventSource {
    constructor(url: string, more: Headers = {}) {
      super(url, { ...headers, ...more })
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
      true: [
        keyInHeader,
        httpSubscriptionLink<AppRouter, typeof Stream>({
          url: address,
          EventSource: Stream,
          eventSourceOptions: ({ op }) => keyOf(op),
        }),
      ],
      false: [keyInHeader, httpLink<AppRouter>({ url: address, headers: ({ op }) => ({ ...headers, ...keyOf(op) }) })],
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
