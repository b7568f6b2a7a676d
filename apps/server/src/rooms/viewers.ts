import type { Standing, Viewer } from '@humuus/api'
import type { WorkshopState } from '@humuus/workshop-engine'

/** Whether a viewer may still be shown the session: whoever was kicked, or gave the console away, may not. */
export function mayWatch(state: WorkshopState, viewer: Viewer): boolean {
  if (viewer.role === 'screen') return true
  if (viewer.role === 'host') return state.facilitators.has(viewer.userId)
  const standing = state.people.get(viewer.userId)?.standing
  return standing === 'present' || standing === 'away'
}

export function standingOf(state: WorkshopState, userId: string): Standing {
  const role = state.facilitators.get(userId)?.role ?? null
  return {
    isFacilitator: role !== null,
    role,
    participant: state.people.get(userId)?.standing ?? null,
  }
}
