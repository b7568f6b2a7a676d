import { undoWindow } from '../decide/course.ts'
import { firstStep, nextStep } from '../next-step.ts'
import { type NodeCatalog, plannedStep } from '../node-catalog.ts'
import type { StepPhase } from '../phase.ts'
import { type EpochMs, type Facilitator, stepPhase, type WorkshopState } from '../state.ts'
import { type ConflictCard, type DecidedCard, decidedConflicts, openConflicts } from './conflicts.ts'
import {
  currentStep,
  type ScoreRow,
  type SessionFrame,
  type StepFrame,
  scoreboard,
  sessionFrame,
  stepView,
  titleOf,
} from './frame.ts'
import { type HostPeople, hostPeople } from './host-people.ts'

export interface AgendaItem {
  readonly nodeId: string
  readonly type: string
  readonly title: string
  readonly minutes: number | null
  readonly phase: StepPhase
  /** Taken out of this run. */
  readonly isRemoved: boolean
  /** Something that came in elsewhere may be used there now. */
  readonly takesCards: boolean
}

/** What the one big button does next, so that every console says the same. */
export type PrimaryAction =
  | 'open_lobby'
  | 'start'
  | 'close'
  | 'reveal'
  | 'show_scoreboard'
  | 'next'
  | 'finish'
  | 'resume'
  | null

/** What facilitators see: everything but the secrets of the participants' devices. */
export interface HostView<Content> extends SessionFrame {
  readonly role: 'host'
  readonly agenda: readonly AgendaItem[]
  readonly notes: string | null
  readonly primary: PrimaryAction
  /** Title of the step that "next" leads to. */
  readonly upcoming: string | null
  readonly canGoBack: boolean
  readonly undoUntil: EpochMs | null
  /** Name of whoever opened the step; `null` for the timer. */
  readonly openedBy: string | null
  readonly present: number
  readonly done: number
  readonly people: HostPeople
  readonly facilitators: { readonly [userId: string]: Omit<Facilitator, 'id'> }
  readonly step: (StepFrame & { readonly content: Content }) | null
  readonly scoreboard: readonly ScoreRow[] | null
  /** Wait for a decision. */
  readonly conflicts: readonly ConflictCard[]
  readonly decided: readonly DecidedCard[]
  readonly startedAt: EpochMs | null
  readonly completedAt: EpochMs | null
}

export function hostView(catalog: NodeCatalog, state: WorkshopState): HostView<unknown> {
  const current = currentStep(catalog, state)
  const { flow } = state
  return {
    role: 'host',
    ...sessionFrame(state),
    agenda: agenda(catalog, state),
    notes: current?.planned.node.notes ?? null,
    primary: primaryAction(catalog, state),
    upcoming: upcoming(catalog, state),
    canGoBack: !flow.trail.isEmpty() && (flow.phase === 'active' || flow.phase === 'paused'),
    undoUntil: state.undo && flow.phase !== 'ended' ? state.undo.at + undoWindow : null,
    openedBy: current ? (nameOfUser(state, current.step.by) ?? null) : null,
    present: state.headcount.present,
    done: state.headcount.done,
    people: hostPeople(catalog, state),
    facilitators: state.facilitators.map(({ name, role, present }) => ({ name, role, present })).toObject(),
    step: current && stepView(state, current, 'host'),
    scoreboard: scoreboard(state),
    conflicts: openConflicts(catalog, state),
    decided: decidedConflicts(catalog, state),
    startedAt: flow.startedAt,
    completedAt: flow.completedAt,
  }
}

const nameOfUser = (state: WorkshopState, id: string): string | undefined => state.facilitators.get(id)?.name

function agenda(catalog: NodeCatalog, state: WorkshopState): readonly AgendaItem[] {
  return state.plan.nodes.map((node) => {
    const phase = stepPhase(state.flow, node.id)
    const { type } = plannedStep(catalog, state, node.id)
    return {
      nodeId: node.id,
      type: node.type,
      title: titleOf(catalog, state, node.id),
      minutes: node.minutes ?? null,
      phase,
      isRemoved: state.takenOut.has(node.id),
      takesCards: type.takeCard !== undefined && (phase === 'pending' || phase === 'open'),
    }
  })
}

function upcoming(catalog: NodeCatalog, state: WorkshopState): string | null {
  const from = state.flow.step?.nodeId
  const next = from === undefined ? firstStep(state) : nextStep(state, from)
  return next ? titleOf(catalog, state, next.id) : null
}

function primaryAction(catalog: NodeCatalog, state: WorkshopState): PrimaryAction {
  const { flow } = state
  if (flow.phase === 'created') return 'open_lobby'
  if (flow.phase === 'lobby') return 'start'
  if (flow.phase === 'paused') return 'resume'
  const current = currentStep(catalog, state)
  if (flow.phase !== 'active' || current === null) return null
  const { type, node } = current.planned
  const phase = stepPhase(flow, node.id)
  if (type.collects && phase === 'open') return 'close'
  if (type.collects && phase === 'closed') return 'reveal'
  if (flow.points.has(node.id) && !flow.scoreboardShown && type.showsScoreboard(node.data)) return 'show_scoreboard'
  return nextStep(state, node.id) ? 'next' : 'finish'
}
