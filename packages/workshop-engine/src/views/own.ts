import { type NodeCatalog, type PlannedStep, plannedStep } from '../node-catalog.ts'
import type { ParticipantId, Recap, ViewContext } from '../node-type.ts'
import { isOver } from '../phase.ts'
import { placeOf } from '../score.ts'
import { type Person, stepPhase, type WorkshopState } from '../state.ts'
import { currentStep, viewContext } from './frame.ts'

/** A step as one person remembers it. */
export interface KeptAnswer extends Recap {
  readonly nodeId: string
  readonly points: number | null
}

/** What only this person sees. `Own` is theirs of the current step, by node type. */
export interface OwnView<Own> {
  readonly participantId: ParticipantId
  readonly name: string
  readonly standing: Person['standing']
  readonly mayReturn: boolean
  readonly points: number
  /** Place in the ranking, once something was scored. */
  readonly place: number | null
  /** Points of the current step, once revealed. */
  readonly stepPoints: number | null
  readonly step: Own | null
  /** Everything this person gave, once the workshop is over. */
  readonly kept: readonly KeptAnswer[] | null
}

/** `null` for somebody who never joined. */
export function ownView(catalog: NodeCatalog, state: WorkshopState, id: ParticipantId): OwnView<unknown> | null {
  const person = state.people.get(id)
  if (!person) return null
  const { flow } = state
  const current = currentStep(catalog, state)
  const scores = current && flow.points.get(current.step.nodeId)
  return {
    participantId: id,
    name: person.name,
    standing: person.standing === 'away' ? 'present' : person.standing,
    mayReturn: person.mayReturn,
    points: flow.totals.get(id) ?? 0,
    place: flow.points.isEmpty() ? null : placeOf(state, id),
    stepPoints: scores ? (scores.get(id) ?? 0) : null,
    step: current && ownOfStep(current.planned, viewContext(state, current.planned), id),
    kept: isOver(flow.phase) ? keptAnswers(catalog, state, id) : null,
  }
}

/** What only this person sees of a step. */
export const ownOfStep = (
  { node, type }: PlannedStep,
  context: ViewContext<unknown, unknown>,
  participantId: ParticipantId,
): object => ({ type: node.type, ...(type.own({ ...context, participantId }) as object) })

/** What a person gave at every step that asked for something and was opened. */
export function keptAnswers(catalog: NodeCatalog, state: WorkshopState, id: ParticipantId): readonly KeptAnswer[] {
  return state.plan.nodes.flatMap((node) => {
    if (stepPhase(state.flow, node.id) === 'pending') return []
    const planned = plannedStep(catalog, state, node.id)
    const recap = planned.type.recap({ ...viewContext(state, planned), participantId: id })
    if (recap === null) return []
    const points = state.flow.points.get(node.id)
    return [{ nodeId: node.id, ...recap, points: points ? (points.get(id) ?? 0) : null }]
  })
}
