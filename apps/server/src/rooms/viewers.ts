import type { Standing, Viewer } from '@humuus/api'
import { engine, type FileViewer, type WorkshopState } from '@humuus/workshop-engine'

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

/** Which of these files a viewer may look at: none, once they may not watch. */
export function filesSeen(state: WorkshopState, viewer: Viewer, fileIds: readonly string[]): ReadonlySet<string> {
  if (!mayWatch(state, viewer)) return new Set()
  const eyes: FileViewer = viewer.role === 'participant' ? { participantId: viewer.userId } : viewer.role
  return new Set(fileIds.filter((id) => engine.seesFile(state, eyes, id)))
}
