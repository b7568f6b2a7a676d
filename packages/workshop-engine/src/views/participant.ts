import type { NodeCatalog } from '../node-catalog.ts'
import type { WorkshopState } from '../state.ts'
import {
  currentStep,
  type ScoreRow,
  type SessionFrame,
  type StepFrame,
  scoreboard,
  sessionFrame,
  stepFrame,
  viewContext,
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
    step: current && {
      ...stepFrame(state, current.step, current.planned),
      content: {
        type: current.planned.node.type,
        ...asObject(current.planned.type.participant(viewContext(state, current.planned))),
      },
    },
    scoreboard: scoreboard(state),
  }
}

/** A node type's view is an object; the frame adds the name of its type. */
export function asObject(content: unknown): object {
  if (typeof content !== 'object' || content === null) throw new Error('a node type shows an object')
  return content
}
