import type { AppRouter } from '@humuus/api'
import type { OperationLink } from '@trpc/client'
import { observable, type Unsubscribable } from '@trpc/server/observable'

/**
 * Says every few seconds that the page is still there while it watches a session: an event stream behind a proxy does not break
 * when a phone dies. A beat that is lost is not repeated: the next one comes soon.
 */
export function withBeats(
  events: OperationLink<AppRouter>,
  requests: OperationLink<AppRouter>,
  everyMs: number,
): OperationLink<AppRouter> {
  return (operation) => {
    const { op } = operation
    const input = op.input as { readonly sessionId?: string; readonly page?: string } | undefined
    if (op.path !== 'sessions.live' || input?.page === undefined) return events(operation)
    const beat = { ...op, type: 'mutation', path: 'sessions.beat', signal: null } as const
    const { sessionId, page } = input
    return observable((observer) => {
      let last: Unsubscribable | null = null
      const timer = setInterval(() => {
        last?.unsubscribe()
        last = requests({ ...operation, op: { ...beat, input: { sessionId, page } } }).subscribe({ error() {} })
      }, everyMs)
      const stream = events({ ...operation, op: { ...op, input: { ...input, beats: true } } }).subscribe(observer)
      return () => {
        clearInterval(timer)
        last?.unsubscribe()
        stream.unsubscribe()
      }
    })
  }
}
