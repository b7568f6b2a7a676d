import { type Conflict, conflictLimits } from '../conflict.ts'
import type { SessionEvent, SessionEventOf } from '../event.ts'
import type { WorkshopState } from '../state.ts'

/** Applies an event about what two people wanted; `null` if it is about something else. */
export function evolveConflicts(state: WorkshopState, event: SessionEvent): WorkshopState | null {
  switch (event.type) {
    case 'conflict_raised':
      return raised(state, event)
    case 'conflict_decided':
      return decided(state, event)
    default:
      return null
  }
}

/** A conflict that is raised again under its number replaces what was wished before. */
function raised(state: WorkshopState, { at, nodeId, data }: SessionEventOf<'conflict_raised'>): WorkshopState {
  const { conflictId: id, ...rest } = data
  const conflict: Conflict = { id, nodeId, at, ...rest }
  const { open } = state.conflicts
  const count = state.conflicts.raised + (open.has(id) ? 0 : 1)
  return { ...state, conflicts: { ...state.conflicts, open: open.set(id, conflict), raised: count } }
}

function decided(state: WorkshopState, { by, at, data }: SessionEventOf<'conflict_decided'>): WorkshopState {
  const conflict = state.conflicts.open.get(data.conflictId)
  if (!conflict) return state
  const settled = { ...conflict, choice: data.choice, decidedBy: by, decidedAt: at }
  return {
    ...state,
    conflicts: {
      ...state.conflicts,
      open: state.conflicts.open.remove(conflict.id),
      decided: state.conflicts.decided.push(settled).takeLast(conflictLimits.decided),
    },
  }
}
