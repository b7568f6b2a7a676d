import type { WorkshopEvent } from '../../event.ts'
import { engine } from '../../index.ts'
import type { AnyNodeType } from '../../node-type.ts'
import type { WorkshopPlan } from '../../plan.ts'

/** What one step has to come to, if everything given counts once and nothing else does. */
export interface StepCount {
  readonly nodeId: string
  /** What the facilitator is shown in the report. */
  readonly content: unknown
  /** What each person gave, as the report words it, by their id; only those who gave something. */
  readonly answers: ReadonlyMap<string, readonly string[]>
}

/** Something a person sent to a step and was told yes. */
export interface AcceptedAct {
  readonly by: string
  readonly nodeId: string
  readonly act: unknown
}

type NameOf = (participantId: string) => string

/** One thing that reached a step, applied to what was gathered there. */
interface Arrival {
  readonly by: string
  readonly nodeId: string
  applyTo(type: AnyNodeType, config: unknown, state: unknown): unknown
}

/**
 * Counts again from what people were promised, in the order of the receipts, judged by each node type's own rules. What was
 * acknowledged and these rules refuse is left out, and shows as a difference. Steps that take files are left to the log: a file comes
 * without a receipt, and what is said about it means nothing without it.
 */
export function recountActs(plan: WorkshopPlan, acts: readonly AcceptedAct[], nameOf: NameOf): StepCount[] {
  const counted = { ...plan, nodes: plan.nodes.filter(({ type }) => !takesFiles(type)) }
  const arrivals = acts.map(({ by, nodeId, act }): Arrival => {
    const applyTo: Arrival['applyTo'] = (type, config, state) => {
      const decision = type.decide(state, type.command.parse(act), { config, by, elapsed: 0 })
      if (!decision.ok) return state
      return decision.events.reduce((now: unknown, event) => type.evolve(now, event, { config, by }), state)
    }
    return { by, nodeId, applyTo }
  })
  return countSteps(counted, arrivals, nameOf)
}

const takesFiles = (type: string): boolean =>
  engine.types.some((known: AnyNodeType) => known.type === type && known.files !== undefined)

/** Counts again from a log, without the session around it: each step's own events, and nothing about its course. */
export function recountEvents(plan: WorkshopPlan, events: readonly WorkshopEvent[], nameOf: NameOf): StepCount[] {
  const arrivals = events.flatMap((event): Arrival[] => {
    if (event.type !== 'node') return []
    const { by, nodeId, data } = event
    return [{ by, nodeId, applyTo: (type, config, state) => type.evolve(state, data, { config, by }) }]
  })
  return countSteps(plan, arrivals, nameOf)
}

function countSteps(plan: WorkshopPlan, arrivals: readonly Arrival[], nameOf: NameOf): StepCount[] {
  return plan.nodes.flatMap((node) => {
    const type: AnyNodeType | undefined = engine.types.find((known) => known.type === node.type)
    if (!type?.collects) return []
    const config = node.data
    const here = arrivals.filter(({ nodeId }) => nodeId === node.id)
    const state = here.reduce((gathered, arrival) => arrival.applyTo(type, config, gathered), type.initial(config))
    const context = { config, state, phase: 'revealed' as const, nameOf }
    const people = [...new Set(here.map(({ by }) => by))]
    const answers = people.flatMap((participantId): [string, readonly string[]][] => {
      const given = type.recap({ ...context, participantId })?.answer
      return given ? [[participantId, given]] : []
    })
    return [{ nodeId: node.id, content: { type: type.type, ...Object(type.host(context)) }, answers: new Map(answers) }]
  })
}
