import { type EpochMs, stepPhase, type WorkshopState } from './state.ts'

/** The next moment at which a `tick` would do something, in epoch ms; `null` while no clock runs. */
export function nextDeadline({ flow }: WorkshopState): EpochMs | null {
  if (flow.phase !== 'active' || flow.step === null) return null
  const { nodeId, deadline, goesOnAt } = flow.step
  return stepPhase(flow, nodeId) === 'open' && deadline !== null ? deadline : goesOnAt
}
