import { findNode, plannedStep } from '../node-catalog.ts'
import { isOver } from '../phase.ts'
import { reject } from '../rejection.ts'
import { stepPhase } from '../state.ts'
import { accept, type Decision, type DecisionContext, event, nodeEvent } from './context.ts'

/** Text of something that came in at a step, or why there is none. */
export function cardText({ catalog, state }: DecisionContext, from: string, cardId: string) {
  if (!findNode(state, from)) return reject('unknown_step')
  if (stepPhase(state.flow, from) === 'pending') return reject('step_not_open')
  const { type, work } = plannedStep(catalog, state, from)
  const text = type.card?.(work, cardId) ?? null
  return text === null ? reject('unknown_card') : ({ ok: true, text } as const)
}

/** Puts a card into a step that is not over yet; a step that was taken out comes back with it. */
export function takeCard(context: DecisionContext, into: string, text: string): Decision {
  const { catalog, state } = context
  const { node, type, work } = plannedStep(catalog, state, into)
  const phase = stepPhase(state.flow, into)
  if (isOver(state.flow.phase)) return reject('session_over')
  if (!type.takeCard) return reject('takes_no_card')
  if (phase !== 'pending' && phase !== 'open') return reject('not_now')
  const taken = type.takeCard(work, text, node.data)
  if (!taken.ok) return taken
  const restored = state.takenOut.has(into) ? [event(context, 'step_restored', {}, into)] : []
  return accept(...restored, ...taken.events.map((data) => nodeEvent(context, into, data)))
}
