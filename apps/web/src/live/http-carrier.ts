import type { AppRouter } from '@humuus/api'
import { beatMs } from '@humuus/api/wire'
import { httpLink, type OperationContext, type TRPCClientRuntime } from '@trpc/client'
import { tap } from '@trpc/server/observable'
import { withBeats } from './beats.ts'
import type { Carrier, Introduction, Line } from './carrier.ts'
import { eventStreamLink } from './event-stream.ts'
import type { Fetch } from './live-client.ts'
import { rejectionOf } from './rejection-of.ts'
import { screenKeyHeader, withoutScreenKey } from './screen-key.ts'

interface HttpNeeds {
  readonly url: string
  readonly fetch: Fetch
  readonly introduction: Introduction
}

/** Live operations without WebSockets: an event stream for each subscription, a request for each command. */
export function httpCarrier(
  needs: HttpNeeds,
  news: { line(line: Line): void; signedOut(): void },
  runtime: TRPCClientRuntime,
): Carrier {
  const { url, fetch, introduction } = needs
  const headers = (context: OperationContext) => ({ ...introduction.headers(), ...screenKeyHeader([context]) })
  const requests = httpLink<AppRouter>({ url, fetch, headers: ({ op }) => headers(op.context) })(runtime)
  const events = withBeats(
    eventStreamLink({
      url,
      fetch,
      headers,
      refused: () => !isDiscarded && news.signedOut(),
    }),
    requests,
    beatMs,
  )
  let isDiscarded = false
  const say = (line: Line) => {
    if (!isDiscarded) news.line(line)
  }

  return {
    link: ({ op, next }) => {
      const operation = { op: withoutScreenKey(op), next }
      if (op.type !== 'subscription') return requests(operation)
      return events(operation).pipe(
        tap({
          next({ result }) {
            if (result.type !== 'state') say('open')
            else if (result.state === 'connecting') say(result.error === null ? 'connecting' : 'down')
          },
          error: (error) => say(rejectionOf(error) === null ? 'down' : 'open'),
          complete: () => say('idle'),
        }),
      )
    },
    lastHeardAt: () => null,
    discard() {
      isDiscarded = true
    },
  }
}
