import type { SessionPhase } from '@humuus/workshop-engine'
import type { StepFrame } from '../../nodes/faces.ts'

/**
 * Whether a step takes answers at a moment. `showing`: it asks for none · `reading`: not yet · `time_up`: the clock ran out
 * and the server has not said so yet · `closed`: waiting for the results.
 */
export type AnswerWindow = 'showing' | 'reading' | 'open' | 'paused' | 'time_up' | 'closed' | 'revealed'

/** `now`: epoch ms on the server's clock. */
export function answerWindow(step: StepFrame, session: SessionPhase, now: number): AnswerWindow {
  if (session === 'paused') return 'paused'
  if (!step.collects) return 'showing'
  if (step.phase === 'revealed') return 'revealed'
  if (step.phase !== 'open' || session !== 'active') return 'closed'
  if (now < step.readUntil) return 'reading'
  return step.deadline !== null && now >= step.deadline ? 'time_up' : 'open'
}

/** When the window changes by the clock alone, in epoch ms; `null` when it does not. */
export function nextTurn(step: StepFrame, session: SessionPhase, now: number): number | null {
  const window = answerWindow(step, session, now)
  if (window === 'reading') return step.readUntil
  return window === 'open' ? step.deadline : null
}

/** What is left on a clock that stands still, in ms; `null` while it runs. */
export const frozen = (clock: number | null, pausedAt: number | null): number | null =>
  clock === null || pausedAt === null ? null : Math.max(0, clock - pausedAt)
