import type { FacilitatorCommand } from '../command.ts'
import { stepsOfRun } from '../next-step.ts'
import { findNode } from '../node-catalog.ts'
import { isOver } from '../phase.ts'
import { reject } from '../rejection.ts'
import { stepPhase } from '../state.ts'
import { decideConflict, raiseConflict } from './conflicts.ts'
import { accept, type Decision, type DecisionContext, event, nothing } from './context.ts'
import { isJustNowBySomebodyElse } from './diverged.ts'
import { cardText, takeCard } from './use-card.ts'

export type AgendaCommand = Extract<
  FacilitatorCommand,
  { type: 'remove_step' | 'restore_step' | 'use_card' | 'decide_conflict' }
>

export const isAgendaCommand = (command: FacilitatorCommand): command is AgendaCommand =>
  ['remove_step', 'restore_step', 'use_card', 'decide_conflict'].includes(command.type)

/** What this run consists of, and what two wanted of it. */
export function decideAgenda(context: DecisionContext, command: AgendaCommand): Decision {
  if (command.type === 'decide_conflict') return decideConflict(context, command.conflictId, command.choice)
  if (isOver(context.state.flow.phase)) return reject('session_over')
  switch (command.type) {
    case 'remove_step':
      return removeStep(context, command.nodeId)
    case 'restore_step':
      return restoreStep(context, command.nodeId)
    case 'use_card':
      return useCard(context, command)
  }
}

/** What was opened stays: people gave something there, and the way back leads over it. */
function removeStep(context: DecisionContext, nodeId: string): Decision {
  const { state } = context
  if (!findNode(state, nodeId)) return reject('unknown_step')
  if (state.takenOut.has(nodeId)) return nothing
  if (stepPhase(state.flow, nodeId) !== 'pending') return reject('step_opened')
  if (stepsOfRun(state).length === 1) return reject('last_step')
  return accept(event(context, 'step_removed', {}, nodeId))
}

function restoreStep(context: DecisionContext, nodeId: string): Decision {
  if (!findNode(context.state, nodeId)) return reject('unknown_step')
  return context.state.takenOut.has(nodeId) ? accept(event(context, 'step_restored', {}, nodeId)) : nothing
}

/** A step that another facilitator has just taken out may have been wanted for this very card. */
function useCard(context: DecisionContext, { from, cardId, into }: Extract<AgendaCommand, { type: 'use_card' }>) {
  const card = cardText(context, from, cardId)
  if (!card.ok) return card
  if (!findNode(context.state, into)) return reject('unknown_step')
  const takenOut = context.state.takenOut.get(into)
  if (!takenOut) return takeCard(context, into, card.text)
  if (!isJustNowBySomebodyElse(context, takenOut)) return reject('step_removed')
  // A card that the step would not take in any case is refused here and now.
  const possible = takeCard(context, into, card.text)
  if (!possible.ok) return possible
  const theirs = { by: takenOut.by, what: null }
  return raiseConflict(context, into, { kind: 'card', about: cardId, theirs, mine: card.text, outcome: [] })
}
