import type { AppRouter } from '@humuus/api'
import type { Operation, TRPCLink } from '@trpc/client'
import { observable, type Unsubscribable } from '@trpc/server/observable'
import { rejectionOf } from '../live/rejection-of.ts'

interface SignIn {
  whenReady(): Promise<void>
  /** Signs in again, and connects again in the new name. */
  renew(): Promise<void>
}

/**
 * Holds back what needs a sign-in until there is one, so that no page has to order its calls. When the server forgot the
 * sign-in, it is renewed and the call made once more.
 */
export function signedInLink({ whenReady, renew }: SignIn): TRPCLink<AppRouter> {
  return () =>
    ({ op, next }) =>
      observable((observer) => {
        let inner: Unsubscribable | null = null
        let isOver = false

        function call(isFirst: boolean): void {
          if (isOver) return
          inner = next(op).subscribe({
            next: (envelope) => observer.next(envelope),
            complete: () => observer.complete(),
            error(error) {
              if (!isFirst || !isForgotten(error)) return observer.error(error)
              renew().then(
                () => call(false),
                () => observer.error(error),
              )
            },
          })
        }

        if (isForVisitors(op)) call(true)
        else void whenReady().then(() => call(true))
        return () => {
          isOver = true
          inner?.unsubscribe()
        }
      })
}

/** Forgotten, or two people in one request, of whom the one in memory is given up. */
function isForgotten(error: unknown): boolean {
  const code = rejectionOf(error)?.code
  return code === 'signed_out' || code === 'two_identities'
}

const forVisitors = [
  'sessions.lookup',
  'sessions.clock',
  'installation.get',
  'account.confirmEmail',
  'account.forgotPassword',
  'account.resetPassword',
]

function isForVisitors({ path, input }: Operation): boolean {
  if (path.startsWith('auth.') || forVisitors.includes(path)) return true
  // Whoever has the screen's key needs no account.
  return typeof input === 'object' && input !== null && 'screenKey' in input && input.screenKey !== undefined
}
