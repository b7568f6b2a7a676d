import type { AppRouter } from '@humuus/api'
import { type OperationContext, type OperationLink, TRPCClientError } from '@trpc/client'
import { observable } from '@trpc/server/observable'
import { EventSource } from 'eventsource'
import type { Fetch } from './live-client.ts'

interface EventStreamNeeds {
  readonly url: string
  readonly fetch: Fetch
  /** Sent with every request for a stream; none of it is part of the address. */
  readonly headers: (context: OperationContext) => Record<string, string>
  /** Instead of a stream came something else: whoever asked may be signed out. Why is not told to those who ask for a stream. */
  readonly refused: () => void
}

/**
 * Subscriptions as tRPC's server sends them over server-sent events. tRPC's own client for them is three times the size, and
 * one module with what every phone needs. After a break the browser itself goes on from the last event.
 */
export function eventStreamLink({ url, fetch, headers, refused }: EventStreamNeeds): OperationLink<AppRouter> {
  return ({ op }) =>
    observable((observer) => {
      const query = new URLSearchParams({ input: JSON.stringify(op.input) })
      // The browser's own takes no headers.
      const source = new EventSource(`${url}/${op.path}?${query}`, {
        fetch: (address, init) =>
          fetch(address as string, {
            ...init,
            headers: { ...init.headers, ...headers(op.context) },
          }) as Promise<Response>,
      })
      let silence: ReturnType<typeof setTimeout> | undefined
      let silentMs: number | null = null
      const connecting = (error: TRPCClientError<AppRouter> | null) =>
        observer.next({ result: { type: 'state', state: 'connecting', error } })
      const fail = (cause: Error | object) => {
        source.close()
        observer.error(TRPCClientError.from(cause))
      }
      const listen = () => {
        clearTimeout(silence)
        if (silentMs !== null) silence = setTimeout(() => fail(new Error('the event stream fell silent')), silentMs)
      }

      connecting(null)
      source.addEventListener('connected', ({ data }) => {
        silentMs = (JSON.parse(data) as { reconnectAfterInactivityMs?: number }).reconnectAfterInactivityMs ?? null
        listen()
        observer.next({ result: { type: 'started' } })
        observer.next({ result: { type: 'state', state: 'pending', error: null } })
      })
      source.addEventListener('ping', listen)
      source.addEventListener('message', ({ data, lastEventId: id }) => {
        listen()
        observer.next({ result: { type: 'data', id, data: { id, data: JSON.parse(data) } } })
      })
      source.addEventListener('serialized-error', ({ data }) => fail({ error: JSON.parse(data) }))
      source.addEventListener('return', () => {
        source.close()
        observer.complete()
      })
      source.addEventListener('error', () => {
        const error = new Error('the event stream broke')
        if (source.readyState !== source.CLOSED) {
          connecting(TRPCClientError.from(error))
          return
        }
        refused()
        fail(error)
      })
      return () => {
        clearTimeout(silence)
        source.close()
      }
    })
}
