import { type ActCommand, type Command, FacilitatorCommand, PersonCommand, type SystemCommand } from './command.ts'
import { decideAct } from './decide/act.ts'
import { decideAgenda, isAgendaCommand } from './decide/agenda.ts'
import { type Decision, type DecisionContext, isHost } from './decide/context.ts'
import { decideCourse } from './decide/course.ts'
import { decidePerson } from './decide/person.ts'
import { decideSystem } from './decide/system.ts'
import { decideTeam, isTeamCommand } from './decide/team.ts'
import { reject } from './rejection.ts'

const personCommands = typesOf(PersonCommand)
const facilitatorCommands = typesOf(FacilitatorCommand)

function typesOf(union: { options: readonly { shape: { type: { value: string } } }[] }): ReadonlySet<string> {
  return new Set(union.options.map((option) => option.shape.type.value))
}

/** Judges a command against the state: events, or a refusal. Total: it never throws for anything a client can send. */
export function decide(context: DecisionContext, command: Command): Decision {
  if (isAct(command)) return decideAct(context, command)
  if (isOneOf<PersonCommand>(personCommands, command)) return decidePerson(context, command)
  if (!isOneOf<FacilitatorCommand>(facilitatorCommands, command)) return decideSystem(context, command as SystemCommand)
  if (!isHost(context)) return reject('not_allowed')
  if (isAgendaCommand(command)) return decideAgenda(context, command)
  return isTeamCommand(command) ? decideTeam(context, command) : decideCourse(context, command)
}

const isAct = (command: Command): command is ActCommand => command.type === 'act' || command.type === 'moderate'

function isOneOf<T extends Command>(types: ReadonlySet<string>, command: Command): command is T {
  return types.has(command.type)
}
