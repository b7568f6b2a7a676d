import type { AppRouter } from '@humuus/api'
import type { TRPCLink } from '@trpc/client'
import { tap } from '@trpc/server/observable'
import { rejectionOf } from './rejection-of.ts'

/** Fetches a newer page when the server says that this one speaks an old protocol; the refusal goes on to the caller. */
export function outdatedLink(reload: () => void): TRPCLink<AppRouter> {
  return () =>
    ({ op, next }) =>
      next(op).pipe(
        tap({
          error(error) {
            if (rejectionOf(error)?.code === 'outdated_client') reload()
          },
        }),
      )
}
