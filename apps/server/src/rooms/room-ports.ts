import type { EventLog } from '@humuus/db'
import type { Admission } from './admission.ts'
import type { RoomObserver } from './room-observer.ts'
import type { RoomTraces } from './room-traces.ts'

/** What a room needs of the server that it is on. */
export interface RoomPorts {
  readonly log: EventLog
  readonly now: () => number
  /** Id of this server among those that serve the same database. */
  readonly serverId: string
  /** Asks for a tick of this session at a moment (epoch ms). */
  readonly schedule: (sessionId: string, deadline: number) => void
  /** The log has grown by our hand, up to this version. */
  readonly written: (sessionId: string, version: number) => void
  readonly onError: (error: unknown, sessionId: string) => void
  /** People who come or return take turns at it. */
  readonly door: Pick<Admission, 'enter'>
  /** How busy the server is; at ease where it does not say. */
  readonly pressure?: { readonly stretch: number } | undefined
  readonly observer?: RoomObserver | undefined
  readonly traces?: RoomTraces | undefined
}
