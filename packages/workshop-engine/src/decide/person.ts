import type { PersonCommand } from '../command.ts'
import { cleanName } from '../name.ts'
import { isOver } from '../phase.ts'
import { reject } from '../rejection.ts'
import { type Person, stays, type WorkshopState } from '../state.ts'
import { unreachable } from '../unreachable.ts'
import { acceptedAndAllDone } from './all-done.ts'
import { accept, type Decision, type DecisionContext, event, isHost, nothing, userOf } from './context.ts'
import { freeName } from './free-name.ts'

/** Joining, leaving and names. */
export function decidePerson(context: DecisionContext, command: PersonCommand): Decision {
  switch (command.type) {
    case 'join':
      return join(context, command.name)
    case 'leave':
      return leave(context)
    case 'rename':
      return rename(context, command.participantId, command.name)
    default:
      return unreachable(command)
  }
}

function join(context: DecisionContext, typed: string): Decision {
  const { state } = context
  const known = state.people.get(userOf(context.actor))
  if (isOver(state.flow.phase)) return reject('session_over')
  if (known?.standing === 'kicked' && !known.mayReturn) return reject('kicked')
  if (known && stays(known)) return nothing
  const closed = doorsClosed(state, known)
  if (closed) return closed
  const cleaned = cleanName(typed)
  if (!cleaned.ok) return cleaned
  const name = freeName(state, cleaned.name, known?.id)
  return accept(event(context, known ? 'came_back' : 'joined', { name }))
}

function doorsClosed(state: WorkshopState, known: Person | undefined) {
  if (state.flow.phase === 'created') return reject('not_open_yet')
  if (known) return null
  if (state.flow.phase !== 'lobby' && !state.plan.settings.lateJoin) return reject('late_join_closed')
  const max = state.plan.settings.maxParticipants
  return state.people.size >= max && state.people.count(keepsSeat) >= max ? reject('session_full', { max }) : null
}

/** Everybody who may come back keeps their seat, so that nobody who was in finds the doors closed. */
const keepsSeat = (person: Person): boolean => person.standing !== 'kicked' || person.mayReturn

function leave(context: DecisionContext): Decision {
  const person = context.state.people.get(userOf(context.actor))
  if (!person) return reject('not_joined')
  return stays(person) ? acceptedAndAllDone(context, event(context, 'left', {})) : nothing
}

const isOwnName = ({ actor }: DecisionContext, participantId: string): boolean => participantId === userOf(actor)

function rename(context: DecisionContext, participantId: string, typed: string): Decision {
  if (!isOwnName(context, participantId) && !isHost(context)) return reject('not_allowed')
  const person = context.state.people.get(participantId)
  if (!person || person.standing === 'kicked') return reject('unknown_participant')
  if (isOver(context.state.flow.phase)) return reject('session_over')
  const cleaned = cleanName(typed)
  if (!cleaned.ok) return cleaned
  const name = freeName(context.state, cleaned.name, participantId)
  return name === person.name ? nothing : accept(event(context, 'renamed', { participantId, name }))
}
