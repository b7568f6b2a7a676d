import type { NodeCatalog } from '../node-catalog.ts'
import type { WorkshopState } from '../state.ts'
import {
  currentStep,
  type ScoreRow,
  type SessionFrame,
  type StepFrame,
  scoreboard,
  sessionFrame,
  stepView,
} from './frame.ts'

/** What all phones see. `Content` is the current step's, by node type. */
export interface ParticipantView<Content> extends SessionFrame {
  readonly role: 'participant'
  /** How many people are there, where the plan lets phones know; kept still while a step runs. */
  readonly present: number | null
  readonly step: (StepFrame & { readonly content: Content }) | null
  readonly scoreboard: readonly ScoreRow[] | null
}

export function participantView(catalog: NodeCatalog, state: WorkshopState): ParticipantView<unknown> {
  const current = currentStep(catalog, state)
  const countShown = state.plan.settings.showCount && state.flow.phase === 'lobby'
  return {
    role: 'participant',
    ...sessionFrame(state),
    present: countShown ? state.headcount.present : null,
    step: current && stepView(state, current, 'participant'),
    scoreboard: scoreboard(state),
  }
}
