import { type ActCommand, type Command, PersonCommand, SystemCommand } from './command.ts'
import { decideAct } from './decide/act.ts'
import { decideAgenda, isAgendaCommand } from './decide/agenda.ts'
import type { Decision, DecisionContext } from './decide/context.ts'
import { decideCourse } from './decide/course.ts'
import { decidePerson } from './decide/person.ts'
import { decideSystem } from './decide/system.ts'
import { decideTeam, isTeamCommand } from './decide/team.ts'
import { reject } from './rejection.ts'
import { mayGive, needsToJoin, rolesOf } from './rights.ts'

const personCommands = typesOf(PersonCommand)
const systemCommands = typesOf(SystemCommand)

function typesOf(union: { options: readonly { shape: { type: { value: string } } }[] }): ReadonlySet<string> {
  return new Set(union.options.map((option) => option.shape.type.value))
}

/** Judges a command against the state: events, or a refusal. Total: it never throws for anything a client can send. */
export function decide(context: DecisionContext, command: Command): Decision {
  const roles = rolesOf(context.state, context.actor)
  if (!mayGive(roles, command.type))
    return needsToJoin(roles, command.type) ? reject('not_joined') : reject('not_allowed')
  if (isAct(command)) return decideAct(context, command)
  if (isOneOf<PersonCommand>(personCommands, command)) return decidePerson(context, command)
  if (isOneOf<SystemCommand>(systemCommands, command)) return decideSystem(context, command)
  if (isAgendaCommand(command)) return decideAgenda(context, command)
  return isTeamCommand(command) ? decideTeam(context, command) : decideCourse(context, command)
}

const isAct = (command: Command): command is ActCommand => command.type === 'act' || command.type === 'moderate'

function isOneOf<T extends Command>(types: ReadonlySet<string>, command: Command): command is T {
  return types.has(command.type)
}
