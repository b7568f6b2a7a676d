import type { AppRouter } from '@humuus/api'
import type { TRPCLink } from '@trpc/client'

/** How a client reaches the server. */
export interface Transport {
  readonly link: TRPCLink<AppRouter>
  /** Its subscriptions do not tell when they die: whoever watches says now and then that it is there. */
  readonly beats: boolean
  /** Cuts what is open, as a tunnel would. Subscriptions come back by themselves, with their cursor. */
  drop(): void
  /** Ends everything, within a second or so even if nobody answers any more. */
  close(): Promise<void>
}
