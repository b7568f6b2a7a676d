import { type NodeCatalog, plannedStep } from './node-catalog.ts'
import { type Ranked, ranking } from './score.ts'
import { stepPhase, type WorkshopState } from './state.ts'
import { asObject, titleOf, viewContext } from './views/frame.ts'
import { type KeptAnswer, keptAnswers } from './views/own.ts'

export interface ReportStep<Content> {
  readonly nodeId: string
  readonly title: string
  readonly phase: 'open' | 'closed' | 'revealed'
  /** How many people were done with it. */
  readonly done: number
  readonly content: Content
}

export interface ReportPerson extends Omit<Ranked, 'place'> {
  /** `null` for who was removed: out of the ranking, but what they gave still counts. */
  readonly place: number | null
  readonly answers: readonly KeptAnswer[]
}

/** What happened in a session, per step and per person, for those who ran it. */
export interface Report<Content> {
  readonly title: string
  readonly startedAt: number | null
  readonly completedAt: number | null
  readonly steps: readonly ReportStep<Content>[]
  readonly people: readonly ReportPerson[]
}

export function report(catalog: NodeCatalog, state: WorkshopState): Report<unknown> {
  const { plan, flow } = state
  return {
    title: plan.title,
    startedAt: flow.startedAt,
    completedAt: flow.completedAt,
    steps: plan.nodes.flatMap((node) => {
      const phase = stepPhase(flow, node.id)
      if (phase === 'pending') return []
      const planned = plannedStep(catalog, state, node.id)
      const content = {
        type: node.type,
        ...asObject(planned.type.host({ ...viewContext(state, planned), phase: 'revealed' })),
      }
      const done = state.people.count((person) => planned.type.isDone(planned.work, person.id))
      return [{ nodeId: node.id, title: titleOf(catalog, state, node.id), phase, done, content }]
    }),
    people: [...ranking(state), ...removed(state)].map((row) => ({
      ...row,
      answers: keptAnswers(catalog, state, row.id),
    })),
  }
}

function removed({ people, flow }: WorkshopState) {
  return people
    .valueSeq()
    .filter((person) => person.standing === 'kicked')
    .map(({ id, name }) => ({ id, name, points: flow.totals.get(id) ?? 0, place: null }))
    .toArray()
}
