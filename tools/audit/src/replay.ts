import type { SessionRecord } from '@humuus/db'
import {
  engine,
  type StoredAction,
  type WorkshopEvent,
  type WorkshopPlan,
  type WorkshopState,
} from '@humuus/workshop-engine'
import { z } from 'zod'

/** A log read again from its first row. */
export interface Replay {
  readonly plan: WorkshopPlan
  readonly events: readonly WorkshopEvent[]
  /** Where the log leads to. */
  readonly end: WorkshopState
  /** Rows that no version of the engine wrote, in words; they are left out. */
  readonly unreadable: readonly string[]
}

const Settings = z.object({
  hostName: z.string().default(''),
  /** When names of a person were taken out of the log (epoch ms), and the version from which pictures are whole again. */
  redactedAt: z.number().optional(),
  redactedTo: z.int().default(0),
})

export interface Redaction {
  /** Epoch ms. */
  readonly at: number
  /** Pictures of versions before this one held names that the log no longer has. */
  readonly to: number
}

/** Whether names were taken out of the log, the last time it happened. */
export function redactionOf({ settings }: Pick<SessionRecord, 'settings'>): Redaction | null {
  const { redactedAt, redactedTo } = Settings.parse(settings)
  return redactedAt === undefined ? null : { at: redactedAt, to: redactedTo }
}

/** The state a session begins with. Throws where its plan is none. */
export function beginning({ plan, facilitatorId, settings }: SessionRecord): WorkshopState {
  const { hostName } = Settings.parse(settings)
  return engine.initial({ plan: engine.plan.parse(plan), facilitator: { id: facilitatorId, name: hostName } })
}

/** Reads row by row, as a server does that follows the log. `look` is shown the state at each version, 0 included. */
export function replay(
  start: WorkshopState,
  log: readonly StoredAction[],
  look: (version: number, state: WorkshopState) => void = () => {},
): Replay {
  const events: WorkshopEvent[] = []
  const unreadable: string[] = []
  let end = start
  look(0, end)
  for (const row of log) {
    try {
      const event = engine.readEvent(row)
      end = engine.evolve(end, event)
      events.push(event)
    } catch (error) {
      unreadable.push(`version ${row.version} (${row.actionType}) cannot be read: ${firstLine(error)}`)
    }
    look(row.version, end)
  }
  return { plan: start.plan, events, end, unreadable }
}

function firstLine(error: unknown): string {
  const message =
    error instanceof z.ZodError ? z.prettifyError(error) : error instanceof Error ? error.message : `${error}`
  return message.split('\n', 1)[0] ?? ''
}
