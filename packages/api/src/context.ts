import type { HumuusCommand, Report, WorkshopPlan } from '@humuus/workshop-engine'
import type { TRPCError } from '@trpc/server'
import type { CommandResult } from './command-result.ts'
import type { Files, FileWork } from './files-ports.ts'
import type { Housekeeping } from './housekeeping-port.ts'
import type { Accounts, Authentication, Installation, Limits, People, SignIns } from './identity-ports.ts'
import type { Jobs } from './jobs-port.ts'
import type { Letter } from './letter.ts'
import type { Ops } from './ops-port.ts'
import type { Trouble } from './trouble.ts'
import type { Viewer } from './viewer.ts'
import type { LiveMessage } from './wire.ts'

export type * from './files-ports.ts'
export type * from './housekeeping-port.ts'
export type * from './identity-ports.ts'
export type * from './jobs-port.ts'
export type * from './ops-port.ts'
export type { Trouble } from './trouble.ts'
export type { Viewer } from './viewer.ts'

/** Epoch milliseconds. */
type EpochMs = number

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

/** What a user is in a session. */
export interface Standing {
  /** Runs it, or helps to. */
  readonly isFacilitator: boolean
  readonly role: 'facilitator' | 'co-facilitator' | null
  readonly participant: 'present' | 'away' | 'left' | 'kicked' | null
}

/** With what somebody begins to watch, and from where on. */
export interface ViewStart {
  /** The version last seen; `null`: nothing yet. */
  readonly since: number | null
  /** The page or program that watches: of a person's pages the newest one is shown, the one before is told. */
  readonly page: string
  /** It says every few seconds that it is there; when it stops, it is gone. */
  readonly beats: boolean
}

/** How somebody watches through an iterator. */
export interface Watching extends ViewStart {
  /** Resolves once the connection has room for more. */
  readonly room: (signal: AbortSignal) => Promise<void>
}

/** A message as text. Whoever is sent the same is given the same object, so that it can be put into bytes once. */
export interface LiveText {
  readonly version: number
  /** Of a `LiveMessage`, as JSON. */
  readonly json: string
}

/** The way to one subscriber, past any iterator. */
export interface Outlet {
  /** Too much waits there already. */
  isFull(): boolean
  /** Resolves once there is room again, or nobody is there any more. */
  room(): Promise<void>
  send(text: LiveText): void
  /** Nothing more comes: the viewer may see no more, or `error` says what is the matter. */
  end(error?: unknown): void
}

/** What a request came over, as far as views are concerned. */
export interface Line {
  /** Resolves once what was sent has left, so that a slow reader is sent less, not later; at once where that is not known. */
  room(signal: AbortSignal): Promise<void>
  /** Counts one more view that is open; throws `slow_down` where one connection may not have as many. */
  openView(): void
  closeView(): void
}

/** What a page was told about its own commands since it last said so. */
export interface PageReceipts {
  readonly sessionId: string
  readonly userId: string
  /** The page's own record, which outlives reloads. */
  readonly ledgerId: string
  /** Commands made so far, and how many of them have no answer yet. */
  readonly issued: number
  readonly waiting: number
  readonly acknowledged: readonly string[]
  readonly refused: readonly string[]
}

/** What was promised to people in a session, compared with its log. */
export interface SessionReceipts {
  /** Distinct commands that the log holds. */
  readonly counted: number
  /** Final refusals by reason. */
  readonly refused: Readonly<Record<string, number>>
  /** Commands that came again and were answered as before. */
  readonly duplicates: number
  /** As people's own devices keep it. */
  readonly pages: {
    readonly reported: number
    readonly issued: number
    readonly waiting: number
    readonly acknowledged: number
    readonly refused: number
    /** Acknowledged to somebody, and not in the log: has to be empty. */
    readonly missing: readonly string[]
    /** Refused to somebody, and in the log all the same: has to be empty. */
    readonly countedThoughRefused: readonly string[]
  }
}

/** The other side of the books: what devices say they were promised. */
export interface Receipts {
  report(receipts: PageReceipts): Promise<void>
  of(sessionId: string): Promise<SessionReceipts>
}

/** One call of a procedure. */
export interface Call {
  /** Stands in every line of the log that is about it. */
  readonly requestId: string
  /** When it came in, epoch ms with fractions. */
  readonly at: EpochMs
  /** What it is a part of, as the header `traceparent` names it; only programs of ours say so. */
  readonly traceparent: string | undefined
}

/** How a call ended. */
type Ending = { readonly ok: true; readonly data: unknown } | { readonly ok: false; readonly error: TRPCError }

/** Follows a call of `path` to its end, for those who look after the installation; resolves to what `run` does. */
export type Follow = <End extends Ending>(
  what: { readonly path: string; readonly input: () => Promise<unknown> },
  run: (call: Call) => Promise<End>,
) => Promise<End>

/** Live sessions. Every method resolves to `null`, or yields nothing, for a session that does not exist. */
export interface Rooms {
  /** `givenAt`: when the person did it, by the server's clock as their device knows it. */
  submit(
    sessionId: string,
    wish: { commandId: string; userId: string; command: HumuusCommand; givenAt: EpochMs | null },
    call?: Call,
  ): Promise<CommandResult>
  /** Does what is due in the session now. */
  tick(sessionId: string, call?: Call): Promise<CommandResult>
  /** Shows this person's name to nobody any more; harmless when repeated. The log still holds it. */
  forget(sessionId: string, userId: string): Promise<CommandResult>
  standing(sessionId: string, userId: string): Promise<Standing>
  /**
   * The change from the cursor to now, then every further change, until `signal` aborts. Throws a refusal when the
   * viewer went on elsewhere.
   */
  live(sessionId: string, viewer: Viewer, watching: Watching, signal: AbortSignal): AsyncIterable<LiveMessage>
  /**
   * The same to an outlet. Resolves once the first of it was sent, to what ends it without a word; `signal` ends it until then.
   * Throws where it cannot begin.
   */
  follow(
    sessionId: string,
    viewer: Viewer,
    start: ViewStart,
    outlet: Outlet,
    signal: AbortSignal,
  ): Promise<{ stop(): void }>
  /** A page that promised to say so is still there. */
  beat(sessionId: string, page: string): void
  report(sessionId: string): Promise<Report<unknown>>
}

/** Mail to people. */
export interface Post {
  /** Resolves once it is stored: from then on it is sent, or kept for the admin where there is no mail server. */
  send(letter: Letter): Promise<void>
}

/** A mail that was put into words. */
export interface StoredMail {
  readonly id: string
  readonly recipient: string
  readonly subject: string
  /** `null` once it is sent: links in it are secrets. */
  readonly text: string | null
  readonly html: string | null
  /** `failed`: given up. `kept`: there is no mail server, and an admin passes it on. */
  readonly status: 'waiting' | 'sent' | 'failed' | 'kept'
  readonly attempts: number
  /** Why the last attempt failed. */
  readonly trouble: string | null
  readonly createdAt: EpochMs
  readonly sentAt: EpochMs | null
}

/** Mail, for the worker that sends it and for the admin. An id that is nobody's changes nothing. */
export interface Mails {
  /** The mail if it still waits, or was given up and is to be tried anew, and counts the attempt; `null` if there is nothing to send. */
  take(id: string): Promise<{ recipient: string; subject: string; text: string; html: string } | null>
  /** It is with the mail server; what it says is forgotten. */
  sent(id: string): Promise<void>
  /** An attempt failed; after the last one it no longer waits. */
  failed(id: string, trouble: string, isLast: boolean): Promise<void>
  /** The newest, newest first. */
  list(): Promise<readonly StoredMail[]>
  /** False if there was none. */
  remove(id: string): Promise<boolean>
}

/** Everything the API needs from the world, as ports; an app composes them. */
export interface Ports {
  readonly now: () => EpochMs
  readonly installation: Installation
  readonly limits: Limits
  readonly signIns: SignIns
  readonly accounts: Accounts
  readonly people: People
  readonly workshops: WorkshopLibrary
  readonly sessions: SessionDirectory
  readonly rooms: Rooms
  readonly receipts: Receipts
  readonly post: Post
  readonly mails: Mails
  readonly jobs: Jobs
  readonly housekeeping: Housekeeping
  readonly files: Files
  readonly fileWork: FileWork
  readonly trouble: () => Promise<readonly Trouble[]>
  readonly ops: Ops
}

/** A request: the ports, who asks, and how to answer a browser. */
export interface Context extends Ports, Authentication {
  /** Stands in every line of the log about it. Over a WebSocket all calls of a connection have it, each with a number. */
  readonly requestId: string
  readonly follow: Follow
  /** Where the request comes from, for the brakes: an IP address, or `unknown`. */
  readonly address: string
  /** The key of a screen, where it is not part of the input. */
  readonly screenKey: string | undefined
  /** What the client calls itself, such as "Firefox, Android". */
  readonly label: string | null
  /** The worker, proven by its secret. */
  readonly isWorker: boolean
  /** The client's protocol version; `null` where it did not say. */
  readonly wireVersion: number | null
  readonly line: Line
  /** Sets or clears the httpOnly cookie; does nothing where there is none to set (WebSocket). */
  readonly cookie: {
    set(token: string, expiresAt: EpochMs): void
    clear(): void
  }
}
