import type { FacilitatorCommand } from '../command.ts'
import { isOver } from '../phase.ts'
import { reject } from '../rejection.ts'
import { acceptedAndAllDone } from './all-done.ts'
import { accept, type Decision, type DecisionContext, event, nothing } from './context.ts'

export type TeamCommand = Extract<
  FacilitatorCommand,
  { type: 'kick' | 'readmit' | 'add_facilitator' | 'remove_facilitator' }
>

export const isTeamCommand = (command: FacilitatorCommand): command is TeamCommand =>
  ['kick', 'readmit', 'add_facilitator', 'remove_facilitator'].includes(command.type)

/** Who may be here and who may run it. The caller has checked that a facilitator speaks. */
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
  }
}

function kick(context: DecisionContext, participantId: string, mayReturn: boolean): Decision {
  const person = context.state.people.get(participantId)
  if (!person) return reject('unknown_participant')
  if (person.standing === 'kicked' && person.mayReturn === mayReturn) return nothing
  return acceptedAndAllDone(context, event(context, 'kicked', { participantId, mayReturn }))
}

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

/** The creator stays: a session always has a facilitator. */
function removeFacilitator(context: DecisionContext, userId: string): Decision {
  const facilitator = context.state.facilitators.get(userId)
  if (!facilitator) return nothing
  if (facilitator.role === 'facilitator') return reject('not_allowed')
  return accept(event(context, 'facilitator_removed', { userId }))
}
