import type { List, OrderedMap } from 'immutable'
import { z } from 'zod'

/** Within this many ms after one facilitator's action, another's that wants something else is a conflict, not a late click. */
export const conflictWindow = 10_000

/** Conflicts that may wait for a decision at once, and how many decided ones are remembered. */
export const conflictLimits = { open: 50, decided: 20 } as const

/** One of two versions. `what` is by kind: id of a step (`null`: the end), text of a note (`null`: removed), text of a card. */
const Version = z.object({ by: z.string(), what: z.string().nullable() })

/**
 * `course`: two facilitators went different ways · `changed`, `gone`: an edit of what somebody else changed or removed
 * meanwhile · `card`: a card for a step that somebody else has just taken out.
 */
const ConflictKind = z.enum(['course', 'changed', 'gone', 'card'])

/** What two people wanted. `theirs` came first and holds; `mine` holds only if a facilitator decides so. */
export const RaisedConflict = z.object({
  conflictId: z.string(),
  kind: ConflictKind,
  /** What it is about within its step: the id of a note or card; `''` for the course. */
  about: z.string(),
  theirs: Version,
  mine: Version,
  /** What `mine` comes to, as events of the step's type; empty where it is judged anew, because clocks run from the decision. */
  outcome: z.array(z.unknown()).readonly(),
})

export const ConflictChoice = z.enum(['mine', 'theirs'])

type Choice = z.output<typeof ConflictChoice>

export interface Conflict extends Omit<z.output<typeof RaisedConflict>, 'conflictId'> {
  readonly id: string
  readonly nodeId: string
  /** When `mine` was wished, epoch ms. */
  readonly at: number
}

export interface DecidedConflict extends Conflict {
  readonly choice: Choice
  readonly decidedBy: string
  readonly decidedAt: number
}

export interface Conflicts {
  /** Waiting for a decision, by id, oldest first. */
  readonly open: OrderedMap<string, Conflict>
  /** The last ones decided, oldest first. */
  readonly decided: List<DecidedConflict>
  /** How many there were: conflicts are numbered. */
  readonly raised: number
}
