import type { Role } from '../../engine.ts'
import type { WorkshopState } from '../../state.ts'
import { everybody, userId } from '../history/move.ts'
import type { LawSubject } from '../history/subject.ts'

type LawEngine = LawSubject['engine']

const roles = ['participant', 'screen', 'host'] as const satisfies readonly Role[]

/** What somebody's phone shows: what all phones show, and what only they see. */
export const phoneOf = (engine: LawEngine, state: WorkshopState, participantId: string) => ({
  shared: engine.sharedView(state, 'participant'),
  own: engine.ownView(state, participantId),
})

/** Own views of everybody, by user id. */
export const ownViews = (engine: LawEngine, state: WorkshopState): Record<string, unknown> =>
  Object.fromEntries(everybody.map((who) => [userId(who), engine.ownView(state, userId(who))]))

/** Everything that anybody could see. */
export const allViews = (engine: LawEngine, state: WorkshopState) => ({
  ...Object.fromEntries(roles.map((role) => [role, engine.sharedView(state, role)])),
  own: ownViews(engine, state),
})
