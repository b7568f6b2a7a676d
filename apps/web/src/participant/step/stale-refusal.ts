import type { Rejection, RejectionCode } from '@humuus/workshop-engine'
import type { AnswerWindow } from './answer-window.ts'

const untilOpen: readonly RejectionCode[] = ['step_closed', 'step_not_open', 'paused']

/** Whether a refusal no longer says anything: the step was closed then and takes answers now. */
export const hasPassed = ({ code }: Rejection, window: AnswerWindow): boolean =>
  window === 'open' && untilOpen.includes(code)
