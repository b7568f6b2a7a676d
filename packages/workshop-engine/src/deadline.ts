import { answerGrace } from './grace.ts'
import { type EpochMs, type Step, stepPhase, type WorkshopState } from './state.ts'

/** When an open step closes by its clock: what was given before the deadline is still on its way for a while. */
export const closesAt = ({ deadline }: Step): EpochMs | null => (deadline === null ? null : deadline + answerGrace)

/** The next moment at which a `tick` would do something, in epoch ms; `null` while no clock runs. */
export function nextDeadline({ flow }: WorkshopState): EpochMs | null {
  if (flow.phase !== 'active' || flow.step === null) return null
  return (stepPhase(flow, flow.step.nodeId) === 'open' ? closesAt(flow.step) : null) ?? flow.step.goesOnAt
}
