import type { AppRouter } from '@humuus/api'
import { type Operation, type OperationLink, TRPCClientError } from '@trpc/client'
import { observable, type Unsubscribable } from '@trpc/server/observable'
import type { Carrier } from './carrier.ts'

/** The carrier in use, and word of every new one. */
export interface Carriers {
  current(): Carrier
  /** Calls back when another carrier took over. */
  onChange(listener: () => void): () => void
  /** Says that an operation needs the carrier, until the returned function is called. */
  occupy(): () => void
}

/**
 * Sends live operations over whichever carrier there is. Subscriptions move to a new carrier and go on from the last event
 * they saw; a mutation stays with its carrier and fails with it. A subscription that the server ends counts as failed.
 */
export function followCarriers(carriers: Carriers): OperationLink<AppRouter> {
  return ({ op, next }) =>
    observable((observer) => {
      let inner: Unsubscribable | null = null
      let round = 0
      let lastEventId: string | null = null

      function begin(): void {
        const mine = ++round
        const left = inner
        inner = null
        left?.unsubscribe()
        const isMine = () => mine === round
        const subscription = carriers
          .current()
          .link({ op: from(op, lastEventId), next })
          .subscribe({
            next(envelope) {
              if (!isMine()) return
              if ('id' in envelope.result && typeof envelope.result.id === 'string') lastEventId = envelope.result.id
              observer.next(envelope)
            },
            error: (error) => isMine() && observer.error(error),
            complete: () => isMine() && ended(),
          })
        if (isMine()) inner = subscription
        else subscription.unsubscribe()
      }

      function ended(): void {
        if (op.type !== 'subscription') observer.complete()
        else observer.error(TRPCClientError.from(new Error('the server ended the subscription')))
      }

      const leave = carriers.occupy()
      const unfollow = op.type === 'subscription' ? carriers.onChange(begin) : () => {}
      begin()
      return () => {
        round = -1
        unfollow()
        inner?.unsubscribe()
        leave()
      }
    })
}

function from(op: Operation, lastEventId: string | null): Operation {
  return lastEventId === null ? op : { ...op, input: { ...(op.input as object), lastEventId } }
}
