import { nameKey } from '../name.ts'
import type { WorkshopPlan } from '../plan.ts'
import type { WorkshopState } from '../state.ts'
import { accept, type Decision, type DecisionContext, event, nothing } from './context.ts'
import { freeName } from './free-name.ts'

/** What people go by whose account is gone, by the language of the plan. */
const neutralNames = {
  de: 'Anonym',
  en: 'Anonymous',
} as const satisfies Record<NonNullable<WorkshopPlan['language']>, string>

/** Takes somebody's name out of the session, whatever its phase. What they did stays. */
export function forget(context: DecisionContext, userId: string): Decision {
  const { state } = context
  if (!wasEverHere(state, userId) || isForgotten(state, userId)) return nothing
  const name = freeName({ names: namesOfAll(state) }, neutralNames[state.plan.language ?? 'en'], userId)
  return accept(event(context, 'forgotten', { userId, name }))
}

/** The creator's name stands at the beginning of the log, also when they no longer run the session. */
const wasEverHere = ({ people, facilitators, creatorId }: WorkshopState, id: string): boolean =>
  people.has(id) || facilitators.has(id) || creatorId === id

/** Whoever took a name again after being forgotten is not. */
function isForgotten({ forgotten, people, facilitators }: WorkshopState, id: string): boolean {
  const name = forgotten.get(id)
  if (name === undefined) return false
  const named = [people.get(id)?.name ?? name, facilitators.get(id)?.name || name]
  return named.every((one) => one === name)
}

/** Those of facilitators who do not take part, too, so that no two forgotten people look the same. */
function namesOfAll({ names, people, facilitators }: WorkshopState): WorkshopState['names'] {
  return names.withMutations((all) => {
    for (const { id, name } of facilitators.values()) if (!people.has(id)) all.set(nameKey(name), id)
  })
}
