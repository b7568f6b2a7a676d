import { stepsOfRun } from '../next-step.ts'
import { type NodeCatalog, type PlannedStep, plannedStep } from '../node-catalog.ts'
import type { ViewContext } from '../node-type.ts'
import type { SessionPhase, StepPhase } from '../phase.ts'
import { ranking } from '../score.ts'
import { type EpochMs, type Step, stepPhase, type WorkshopState } from '../state.ts'

/** What every role sees of the session. */
export interface SessionFrame {
  readonly title: string
  readonly language: 'de' | 'en' | null
  readonly phase: SessionPhase
  /** Name of the facilitator; `''` if none was given. */
  readonly host: string
  /** How many steps this run has. */
  readonly total: number
}

export function sessionFrame(state: WorkshopState): SessionFrame {
  const { plan, flow, facilitators } = state
  const host = facilitators.find((one) => one.role === 'facilitator')?.name ?? ''
  return {
    title: plan.title,
    language: plan.language ?? null,
    phase: flow.phase,
    host,
    total: stepsOfRun(state).length,
  }
}

/** What every role sees of the current step; clocks are epoch ms. */
export interface StepFrame {
  readonly nodeId: string
  /** Counts the steps taken, from 1. */
  readonly number: number
  /** Position among the steps of this run, from 1. */
  readonly position: number
  readonly phase: StepPhase
  readonly collects: boolean
  readonly openedAt: EpochMs
  readonly readUntil: EpochMs
  readonly deadline: EpochMs | null
  readonly goesOnAt: EpochMs | null
  readonly pausedAt: EpochMs | null
}

function stepFrame(state: WorkshopState, step: Step, { type }: PlannedStep): StepFrame {
  return {
    nodeId: step.nodeId,
    number: step.number,
    position: stepsOfRun(state).findIndex((node) => node.id === step.nodeId) + 1,
    phase: stepPhase(state.flow, step.nodeId),
    collects: type.collects,
    openedAt: step.openedAt,
    readUntil: step.readUntil,
    deadline: step.deadline,
    goesOnAt: step.goesOnAt,
    pausedAt: step.pausedAt,
  }
}

/** The current step as a role sees it: the frame, and what its node type shows that role. */
export function stepView(
  state: WorkshopState,
  { step, planned }: CurrentStep,
  role: 'participant' | 'screen' | 'host',
): StepFrame & { readonly content: unknown } {
  const { node, type } = planned
  return {
    ...stepFrame(state, step, planned),
    content: { type: node.type, ...asObject(type[role](viewContext(state, planned))) },
  }
}

/** A node type's view is an object; the frame adds the name of its type. */
export function asObject(content: unknown): object {
  if (typeof content !== 'object' || content === null) throw new Error('a node type shows an object')
  return content
}

/** What a node type may look at to build its views. */
export function viewContext(state: WorkshopState, { node, work }: PlannedStep): ViewContext<unknown, unknown> {
  return {
    config: node.data,
    state: work,
    phase: stepPhase(state.flow, node.id),
    nameOf: (id) => nameOfAnybody(state, id),
  }
}

/** Name of a participant or facilitator; `''` of anybody else. */
export const nameOfAnybody = ({ people, facilitators }: WorkshopState, id: string): string =>
  people.get(id)?.name ?? facilitators.get(id)?.name ?? ''

/** What a step is called: by the plan, else by what it asks. */
export function titleOf(catalog: NodeCatalog, state: WorkshopState, nodeId: string): string {
  const { node, type } = plannedStep(catalog, state, nodeId)
  return node.title ?? type.headline(node.data)
}

export interface ScoreRow {
  readonly place: number
  readonly name: string
  readonly points: number
}

/** Rows a scoreboard shows; everybody finds their own place in their own view. */
const scoreboardLength = 10

export function scoreboard(state: WorkshopState): readonly ScoreRow[] | null {
  if (!state.flow.scoreboardShown) return null
  return ranking(state)
    .slice(0, scoreboardLength)
    .map(({ place, name, points }) => ({ place, name, points }))
}

export interface CurrentStep {
  readonly step: Step
  readonly planned: PlannedStep
}

export function currentStep(catalog: NodeCatalog, state: WorkshopState): CurrentStep | null {
  const { step } = state.flow
  return step === null ? null : { step, planned: plannedStep(catalog, state, step.nodeId) }
}
