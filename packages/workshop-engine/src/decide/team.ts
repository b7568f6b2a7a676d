import type { FacilitatorCommand } from '../command.ts'
import { isOver } from '../phase.ts'
import { reject } from '../rejection.ts'
import { unreachable } from '../unreachable.ts'
import { acceptedAndAllDone } from './all-done.ts'
import { accept, type Decision, type DecisionContext, event, isFacilitator, nothing, userOf } from './context.ts'

export type TeamCommand = Extract<
  FacilitatorCommand,
  { type: 'kick' | 'readmit' | 'add_facilitator' | 'remove_facilitator' | 'hand_over' }
>

export const isTeamCommand = (command: FacilitatorCommand): command is TeamCommand =>
  ['kick', 'readmit', 'add_facilitator', 'remove_facilitator', 'hand_over'].includes(command.type)

/** Who may be here and who may run it. */
export function decideTeam(context: DecisionContext, command: TeamCommand): Decision {
  if (isOver(context.state.flow.phase)) return reject('session_over')
  switch (command.type) {
    case 'kick':
      return kick(context, command.participantId, command.mayReturn)
    case 'readmit':
      return readmit(context, command.participantId)
    case 'add_facilitator':
      return addFacilitator(context, command.userId)
    case 'remove_facilitator':
      return removeFacilitator(context, command.userId)
    case 'hand_over':
      return handOver(context, command.userId)
    default:
      return unreachable(command)
  }
}

function kick(context: DecisionContext, participantId: string, mayReturn: boolean): Decision {
  const person = context.state.people.get(participantId)
  if (!person) return reject('unknown_participant')
  if (!mayKick(context, participantId)) return reject('not_allowed')
  if (person.standing === 'kicked' && person.mayReturn === mayReturn) return nothing
  return acceptedAndAllDone(context, event(context, 'kicked', { participantId, mayReturn }))
}

/** Sending out takes the console away, too: from others who have one only the facilitator takes it. */
const mayKick = (context: DecisionContext, id: string): boolean =>
  isFacilitator(context) || id === userOf(context.actor) || !context.state.facilitators.has(id)

function readmit(context: DecisionContext, participantId: string): Decision {
  const person = context.state.people.get(participantId)
  if (!person) return reject('unknown_participant')
  if (person.standing !== 'kicked' || person.mayReturn) return nothing
  return accept(event(context, 'readmitted', { participantId }))
}

function addFacilitator(context: DecisionContext, userId: string): Decision {
  const person = context.state.people.get(userId)
  if (!person || person.standing === 'kicked') return reject('unknown_participant')
  if (context.state.facilitators.has(userId)) return nothing
  return accept(event(context, 'facilitator_added', { userId, name: person.name }))
}

function removeFacilitator(context: DecisionContext, userId: string): Decision {
  const facilitator = context.state.facilitators.get(userId)
  if (!mayRemoveFacilitator(context, userId)) return reject('not_allowed')
  return facilitator ? accept(event(context, 'facilitator_removed', { userId })) : nothing
}

/** The facilitator stays: a session always has one. Co-facilitators step back, and take it from nobody else. */
function mayRemoveFacilitator(context: DecisionContext, userId: string): boolean {
  if (context.state.facilitators.get(userId)?.role === 'facilitator') return false
  return isFacilitator(context) || userId === userOf(context.actor)
}

/** To somebody who runs it already, so that it is never left to a person who does not know. */
function handOver(context: DecisionContext, userId: string): Decision {
  const { facilitators, people } = context.state
  const heir = facilitators.get(userId)
  if (heir?.role === 'facilitator') return nothing
  if (heir) return accept(event(context, 'handed_over', { userId }))
  return people.has(userId) ? reject('not_now') : reject('unknown_participant')
}
