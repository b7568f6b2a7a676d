import type { SessionProgress } from '@humuus/db'
import type { WorkshopState } from '@humuus/workshop-engine'

/** The columns of the session's row that follow its log. */
export function progressOf({ flow }: WorkshopState): SessionProgress {
  return { status: flow.phase, startedAt: flow.startedAt, completedAt: flow.completedAt }
}
