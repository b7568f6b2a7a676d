import type { AppRouter } from '@humuus/api'
import type { OperationLink } from '@trpc/client'

/**
 * `idle`: nothing needs it. `connecting`: a fresh carrier is being opened. `open`: the server answers. `down`: it was lost, or
 * could not be had, and is tried again.
 */
export type Line = 'idle' | 'connecting' | 'open' | 'down'

/** Carries live operations, until it is discarded and another one takes over. */
export interface Carrier {
  readonly link: OperationLink<AppRouter>
  /** When something last came in, by the steady clock; `null` where that cannot be known. */
  lastHeardAt(): number | null
  /** Ends it at once: requests in flight fail. Whoever subscribes has to have left before. */
  discard(): void
}

/** What a page says of itself to the server. */
export interface Introduction {
  headers(): Record<string, string>
  connectionParams(): Record<string, string>
}
