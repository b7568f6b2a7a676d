import type { NodeCatalog } from '../node-catalog.ts'
import { stays, type WorkshopState } from '../state.ts'
import {
  currentStep,
  type ScoreRow,
  type SessionFrame,
  type StepFrame,
  scoreboard,
  sessionFrame,
  stepView,
} from './frame.ts'

/** What the projector shows: nothing that the hall may not know. */
export interface ScreenView<Content> extends SessionFrame {
  readonly role: 'screen'
  readonly present: number
  /** Present people done with the step. */
  readonly done: number
  /** Newest names while people gather, newest first; empty once it started. */
  readonly arrivals: readonly { readonly seat: number; readonly name: string }[]
  readonly step: (StepFrame & { readonly content: Content }) | null
  readonly scoreboard: readonly ScoreRow[] | null
}

/** Names the lobby shows at once. */
const arrivalsShown = 120

export function screenView(catalog: NodeCatalog, state: WorkshopState): ScreenView<unknown> {
  const current = currentStep(catalog, state)
  return {
    role: 'screen',
    ...sessionFrame(state),
    present: state.headcount.present,
    done: state.headcount.done,
    arrivals: arrivals(state),
    step: current && stepView(state, current, 'screen'),
    scoreboard: scoreboard(state),
  }
}

function arrivals(state: WorkshopState) {
  if (state.flow.phase !== 'lobby') return []
  return state.people
    .valueSeq()
    .filter(stays)
    .map(({ seat, name }) => ({ seat, name }))
    .toArray()
    .sort((a, b) => b.seat - a.seat)
    .slice(0, arrivalsShown)
}
