import type { WorkshopEvent } from '../event.ts'
import { evolve } from '../evolve.ts'
import { plannedStep } from '../node-catalog.ts'
import { type Step, stepPhase } from '../state.ts'
import { accept, type Decision, type DecisionContext, event } from './context.ts'
import { goesOnAfterReveal } from './step-change.ts'

/** Accepts, and closes the current step if after these events everybody present is done with it. */
export function acceptedAndAllDone(context: DecisionContext, ...events: readonly WorkshopEvent[]): Decision {
  const { step } = context.state.flow
  if (step === null || !waitsForAll(context, step)) return accept(...events)
  const state = events.reduce((current, next) => evolve(context.catalog, current, next), context.state)
  const { present, done } = state.headcount
  if (state.flow.phase !== 'active' || present === 0 || done < present) return accept(...events)
  return accept(...events, closing(context, step))
}

/** An open step that closes when all are done: not one that was opened again, for then somebody wanted it open. */
function waitsForAll({ catalog, state }: DecisionContext, step: Step): boolean {
  const { node, type } = plannedStep(catalog, state, step.nodeId)
  if (!type.collects || !(node.closeWhenAllDone ?? type.closesWhenAllDone)) return false
  return !step.openedAgain && stepPhase(state.flow, step.nodeId) === 'open'
}

/** A step that goes on by itself shows its results at once; any other waits for the facilitator. */
function closing(context: DecisionContext, { nodeId }: Step): WorkshopEvent {
  const bySystem: DecisionContext = { ...context, actor: { kind: 'system' } }
  const goesOnAt = goesOnAfterReveal(context, nodeId)
  if (goesOnAt === null) return event(bySystem, 'closed', { reason: 'all_done' }, nodeId)
  return event(bySystem, 'revealed', { reason: 'all_done', goesOnAt }, nodeId)
}
