import type { ScreenView } from './screen-view.ts'

/** The clock that runs at a step, for a line and a figure. Times are epoch ms on the server's clock. */
export interface RunningClock {
  readonly deadline: number
  /** Ms left while paused. */
  readonly pausedWith: number | null
  /** Ms from begin to end, for the length of the line. */
  readonly total: number
}

/** Answering time while it is open, else the time until it goes on by itself; `null` where nothing runs out. */
export function clockOf({ step, phase }: Pick<ScreenView, 'step' | 'phase'>): RunningClock | null {
  if (step === null || (phase !== 'active' && phase !== 'paused')) return null
  const isAnswering = step.collects && step.phase === 'open'
  const deadline = isAnswering ? step.deadline : step.goesOnAt
  if (deadline === null) return null
  const begin = isAnswering ? step.readUntil : step.openedAt
  return {
    deadline,
    pausedWith: step.pausedAt === null ? null : Math.max(0, deadline - step.pausedAt),
    total: Math.max(1, deadline - begin),
  }
}
