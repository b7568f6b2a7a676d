import { type AnyNodeType, engine, type WorkshopPlan } from '@humuus/workshop-engine'
import { type Entry, verdictOf } from './ledger.ts'

/** What one step has to come to, if every acknowledged answer counts once and no other does. */
export interface StepCount {
  readonly nodeId: string
  /** What the facilitator is shown in the report. */
  readonly content: unknown
  /** What each person gave, as the report words it; only those who gave something. */
  readonly answers: ReadonlyMap<string, readonly string[]>
}

interface Answered {
  readonly by: string
  readonly nodeId: string
  readonly act: unknown
  readonly version: number
}

/**
 * Counts again from the bots' own record: every acknowledged answer, in the order of its receipt, judged by the node type's
 * own rules. An answer that was acknowledged and that these rules refuse is left out, and shows as a difference.
 */
export function recount(plan: WorkshopPlan, entries: readonly Entry[], nameOf: (id: string) => string): StepCount[] {
  const answered = entries.flatMap(acknowledgedAnswer).sort((a, b) => a.version - b.version)
  return plan.nodes.flatMap((node) => {
    const type: AnyNodeType | undefined = engine.types.find((known) => known.type === node.type)
    if (!type?.collects) return []
    const config = node.data
    const here = answered.filter((answer) => answer.nodeId === node.id)
    const state = here.reduce((gathered, answer) => take(type, config, gathered, answer), type.initial(config))
    const context = { config, state, phase: 'revealed' as const, nameOf }
    const people = [...new Set(here.map((answer) => answer.by))]
    const answers = people.flatMap((participantId): [string, readonly string[]][] => {
      const given = type.recap({ ...context, participantId })?.answer
      return given ? [[participantId, given]] : []
    })
    return [{ nodeId: node.id, content: { type: type.type, ...Object(type.host(context)) }, answers: new Map(answers) }]
  })
}

function take(type: AnyNodeType, config: unknown, state: unknown, { by, act }: Answered): unknown {
  const decision = type.decide(state, type.command.parse(act), { config, by, elapsed: 0 })
  if (!decision.ok) return state
  return decision.events.reduce((now: unknown, event) => type.evolve(now, event, { config, by }), state)
}

function acknowledgedAnswer(entry: Entry): Answered[] {
  const { command, by, answers } = entry
  const [first] = answers
  if (command.type !== 'act' || !first?.ok || verdictOf(entry) !== 'acknowledged') return []
  return [{ by, nodeId: command.nodeId, act: command.act, version: first.version }]
}
