import { same } from '../laws/same.ts'
import type { StepCount } from './recount.ts'

/** The part of a session's report that is compared. */
export interface Counted {
  readonly steps: readonly { readonly nodeId: string; readonly content?: unknown }[]
  readonly people: readonly {
    readonly id: string
    readonly name: string
    readonly answers: readonly { readonly nodeId: string; readonly answer: readonly string[] | null }[]
  }[]
}

export interface Tally {
  /** Answers that have to count: one for each person and step, the last one acknowledged. */
  readonly due: number
  /** Answers that stand in the report, by person and step. */
  readonly counted: number
  /** Where the report says something else than the acknowledgements; empty when all is well. */
  readonly differences: readonly string[]
}

/** Compares what was acknowledged with what was counted: person by person, and the sums of each step. */
export function tally(due: readonly StepCount[], report: Counted): Tally {
  const people = new Map(report.people.map((person) => [person.id, person]))
  const strangers = [...new Set(due.flatMap(({ answers }) => [...answers.keys()]))].filter((id) => !people.has(id))
  return {
    due: due.reduce((sum, { answers }) => sum + answers.size, 0),
    counted: report.people.reduce(
      (sum, { answers }) => sum + answers.filter(({ answer }) => answer !== null).length,
      0,
    ),
    differences: [
      ...strangers.map((id) => `${id} answered and is not in the report`),
      ...report.people.flatMap((person) => wrongAnswers(due, person)),
      ...wrongSums(due, report),
    ],
  }
}

function wrongAnswers(due: readonly StepCount[], { id, name, answers }: Counted['people'][number]): string[] {
  return due.flatMap((step) => {
    const acknowledged = step.answers.get(id) ?? null
    const counted = answers.find(({ nodeId }) => nodeId === step.nodeId)?.answer ?? null
    if (same(acknowledged, counted)) return []
    return [`${name} at ${step.nodeId}: acknowledged ${say(acknowledged)}, counted ${say(counted)}`]
  })
}

function wrongSums(due: readonly StepCount[], report: Counted): string[] {
  return due.flatMap((step) => {
    const counted = report.steps.find(({ nodeId }) => nodeId === step.nodeId)
    if (counted === undefined) return step.answers.size > 0 ? [`${step.nodeId} is not in the report`] : []
    return same(plain(counted.content), plain(step.content)) ? [] : [`the sums of ${step.nodeId} differ`]
  })
}

const say = (answer: readonly string[] | null): string => (answer === null ? 'nothing' : JSON.stringify(answer))

/** As it comes out of JSON. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))
