import { TRPCClientError } from '@trpc/client'
import { observable, type Unsubscribable } from '@trpc/server/observable'
import type { Carrier } from './carrier.ts'

/** A carrier whose code is still on its way: what is sent waits for it, and fails when it does not come. */
export function laterCarrier(load: () => Promise<Carrier>, failed: () => void): Carrier {
  const carrier = load()
  let isDiscarded = false
  carrier.catch(() => {
    if (!isDiscarded) failed()
  })
  return {
    link: (operation) =>
      observable((observer) => {
        let inner: Unsubscribable | null = null
        let isOver = false
        carrier.then(
          ({ link }) => {
            if (!isOver) inner = link(operation).subscribe(observer)
          },
          (error: Error) => observer.error(TRPCClientError.from(error)),
        )
        return () => {
          isOver = true
          inner?.unsubscribe()
        }
      }),
    lastHeardAt: () => null,
    discard() {
      isDiscarded = true
      carrier.then(
        (loaded) => loaded.discard(),
        () => undefined,
      )
    },
  }
}
