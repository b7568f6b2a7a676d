import { z } from 'zod'
import { ConflictChoice, RaisedConflict } from './conflict.ts'
import type { EpochMs } from './state.ts'

const at = z.number().nullable()

/** `data` of every event about the session, by type. What happened is written so that `evolve` needs no rule to read it. */
export const sessionEventData = {
  lobby_opened: z.object({}),
  joined: z.object({ name: z.string() }),
  came_back: z.object({ name: z.string() }),
  left: z.object({}),
  renamed: z.object({ participantId: z.string(), name: z.string() }),
  kicked: z.object({ participantId: z.string(), mayReturn: z.boolean() }),
  readmitted: z.object({ participantId: z.string() }),
  facilitator_added: z.object({ userId: z.string(), name: z.string() }),
  facilitator_removed: z.object({ userId: z.string() }),
  /** `userId` is the facilitator from now on; whoever was it helps. */
  handed_over: z.object({ userId: z.string() }),
  /** `name`: what they go by from now on. */
  forgotten: z.object({ userId: z.string(), name: z.string() }),
  /** `on`: the server where those present are connected; `pages`: with which page they came there, and when. */
  presence_changed: z.object({
    present: z.array(z.string()),
    away: z.array(z.string()),
    on: z.string().optional(),
    pages: z.record(z.string(), z.object({ page: z.string(), since: z.number() })).optional(),
  }),
  /** Went to a step; `opens` starts (again) its clocks. `starts`: out of the lobby. `back`: along the trail. `finishes`: a closing step. */
  stepped: z.object({
    way: z.enum(['start', 'on', 'back', 'jump']),
    opens: z.boolean(),
    readUntil: z.number(),
    deadline: at,
    goesOnAt: at,
    finishes: z.boolean(),
  }),
  closed: z.object({ reason: z.enum(['facilitator', 'time', 'all_done']) }),
  revealed: z.object({ reason: z.enum(['facilitator', 'time', 'all_done']), goesOnAt: at }),
  reopened: z.object({}),
  scoreboard_toggled: z.object({ shown: z.boolean() }),
  paused: z.object({}),
  resumed: z.object({}),
  extended: z.object({ deadline: at, goesOnAt: at }),
  undone: z.object({}),
  completed: z.object({}),
  ended: z.object({}),
  step_removed: z.object({}),
  step_restored: z.object({}),
  conflict_raised: RaisedConflict,
  /** `theirs`: what is, stays; `mine`: what that comes to follows as events of its own. */
  conflict_decided: z.object({ conflictId: z.string(), choice: ConflictChoice }),
  /** A command that changed nothing was accepted: its id has to be in the log all the same. */
  noted: z.object({}),
} as const

export type SessionEventType = keyof typeof sessionEventData

/** What every event carries: who, when (epoch ms), and the step it concerns (`''` for none). */
interface EventFrame {
  readonly by: string
  readonly at: EpochMs
  readonly nodeId: string
}

/** One event about the session, by its type. */
export type SessionEventOf<T extends SessionEventType> = EventFrame & {
  readonly type: T
  readonly data: z.output<(typeof sessionEventData)[T]>
}

export type SessionEvent = { [T in SessionEventType]: SessionEventOf<T> }[SessionEventType]

/** An event of a node type, wrapped with the name of that type. */
export interface NodeEvent extends EventFrame {
  readonly type: 'node'
  readonly node: string
  readonly data: unknown
}

export type WorkshopEvent = SessionEvent | NodeEvent

export const systemUser = 'system'
