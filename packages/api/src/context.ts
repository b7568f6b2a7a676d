import type { HumuusCommand, Report, WorkshopPlan } from '@humuus/workshop-engine'
import type { CommandResult } from './command-result.ts'
import type { LiveMessage } from './wire.ts'

/** Epoch milliseconds. */
type EpochMs = number

export interface User {
  readonly id: string
  readonly deviceId: string
}

/** Device accounts. */
export interface DeviceAccounts {
  /** Makes the account on first sight of the device; `null` when the secret is another one's. `secretHash` is SHA-256. */
  signIn(device: {
    deviceId: string
    secretHash: Uint8Array
    now: EpochMs
  }): Promise<{ userId: string; created: boolean } | null>
}

/** Signed tokens: user, device, expiry. */
export interface Tokens {
  issue(user: User): Promise<{ token: string; expiresAt: EpochMs }>
}

export interface StoredWorkshop {
  readonly id: string
  /** `null`: everybody's, such as the demo. */
  readonly ownerId: string | null
  readonly title: string
  readonly plan: WorkshopPlan
  readonly createdAt: EpochMs
  readonly updatedAt: EpochMs
}

export interface WorkshopLibrary {
  /** The user's own and everybody's, newest first. */
  list(userId: string): Promise<readonly StoredWorkshop[]>
  get(id: string): Promise<StoredWorkshop | null>
  create(workshop: { ownerId: string; plan: WorkshopPlan }): Promise<StoredWorkshop>
  remove(id: string): Promise<void>
}

export interface StoredSession {
  readonly id: string
  readonly workshopId: string
  readonly facilitatorId: string
  readonly status: string
  readonly joinCode: string
  /** Whoever knows it may look at the screen. */
  readonly screenKey: string
  readonly title: string
  readonly hostName: string
  readonly createdAt: EpochMs
  readonly startedAt: EpochMs | null
  readonly completedAt: EpochMs | null
}

export interface SessionDirectory {
  create(session: { workshop: StoredWorkshop; facilitatorId: string; hostName: string }): Promise<StoredSession>
  get(id: string): Promise<StoredSession | null>
  /** An open session, or one that ended within a day. */
  byCode(code: string): Promise<StoredSession | null>
  /** Newest first. */
  listByFacilitator(userId: string): Promise<readonly StoredSession[]>
}

/** Through whose eyes a session is seen. */
export type Viewer =
  | { readonly role: 'participant'; readonly userId: string }
  | { readonly role: 'host'; readonly userId: string }
  | { readonly role: 'screen' }

/** What a user is in a session. */
export interface Standing {
  readonly isFacilitator: boolean
  readonly participant: 'present' | 'away' | 'left' | 'kicked' | null
}

/** Live sessions. Every method resolves to `null`, or yields nothing, for a session that does not exist. */
export interface Rooms {
  submit(sessionId: string, wish: { commandId: string; userId: string; command: HumuusCommand }): Promise<CommandResult>
  /** Does what is due in the session now. */
  tick(sessionId: string): Promise<CommandResult>
  standing(sessionId: string, userId: string): Promise<Standing>
  /** The change from `since` (a version; `null`: nothing seen yet) to now, then every further change, until `signal` aborts. */
  live(sessionId: string, viewer: Viewer, since: number | null, signal: AbortSignal): AsyncIterable<LiveMessage>
  report(sessionId: string): Promise<Report<unknown>>
}

/** Everything the API needs from the world, as ports; an app composes them. */
export interface Ports {
  readonly now: () => EpochMs
  readonly devices: DeviceAccounts
  readonly tokens: Tokens
  readonly workshops: WorkshopLibrary
  readonly sessions: SessionDirectory
  readonly rooms: Rooms
}

/** A request: the ports, who asks, and how to answer a browser. */
export interface Context extends Ports {
  readonly user: User | null
  /** The worker, proven by its secret. */
  readonly isWorker: boolean
  /** The client's protocol version; `null` where it did not say. */
  readonly wireVersion: number | null
  /** Sets or clears the httpOnly cookie; does nothing where there is none to set (WebSocket). */
  readonly cookie: {
    set(token: string, expiresAt: EpochMs): void
    clear(): void
  }
}
