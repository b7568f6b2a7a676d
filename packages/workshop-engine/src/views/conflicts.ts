import type { Conflict } from '../conflict.ts'
import type { NodeCatalog } from '../node-catalog.ts'
import type { EpochMs, WorkshopState } from '../state.ts'
import { nameOfAnybody, titleOf } from './frame.ts'

export interface ConflictVersion {
  /** Name of whoever wanted it; `''` if nobody knows any more. */
  readonly by: string
  /** `course`: title of a step, `null` the end · `changed`, `gone`: text of a note, `null` removed · `card`: its text. */
  readonly what: string | null
}

/** Two versions between which a facilitator decides: `theirs` came first and holds until then. */
export interface ConflictCard {
  readonly id: string
  readonly kind: Conflict['kind']
  /** Title of the step it is about: the one to leave, the one with the note, or the one that is to take a card. */
  readonly step: string
  readonly at: EpochMs
  readonly theirs: ConflictVersion
  readonly mine: ConflictVersion
}

export interface DecidedCard extends ConflictCard {
  readonly choice: 'mine' | 'theirs'
  readonly decidedBy: string
  readonly decidedAt: EpochMs
}

/** Oldest first. */
export const openConflicts = (catalog: NodeCatalog, state: WorkshopState): readonly ConflictCard[] =>
  state.conflicts.open
    .valueSeq()
    .map((conflict) => card(catalog, state, conflict))
    .toArray()

/** The last ones, oldest first. */
export const decidedConflicts = (catalog: NodeCatalog, state: WorkshopState): readonly DecidedCard[] =>
  state.conflicts.decided
    .map(({ choice, decidedBy, decidedAt, ...conflict }) => ({
      ...card(catalog, state, conflict),
      choice,
      decidedBy: nameOfAnybody(state, decidedBy),
      decidedAt,
    }))
    .toArray()

function card(catalog: NodeCatalog, state: WorkshopState, conflict: Conflict): ConflictCard {
  const { id, kind, nodeId, at } = conflict
  const version = ({ by, what }: Conflict['theirs']): ConflictVersion => ({
    by: nameOfAnybody(state, by),
    what: kind === 'course' && what !== null ? titleOf(catalog, state, what) : what,
  })
  const step = titleOf(catalog, state, nodeId)
  return { id, kind, step, at, theirs: version(conflict.theirs), mine: version(conflict.mine) }
}
