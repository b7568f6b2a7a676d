import type { SharedView } from './views.ts'

/** Something a person who does not look at the phone has to hear. */
export type News = 'step' | 'results' | 'scoreboard' | 'paused' | 'goes_on' | 'over'

/** What of a view can be news. */
export interface Moment {
  /** Of the step, counting from 1; `null` before the first. */
  readonly step: number | null
  readonly isRevealed: boolean
  readonly isPaused: boolean
  readonly isOver: boolean
  readonly showsScores: boolean
}

export const momentOf = ({ phase, step, scoreboard }: SharedView): Moment => ({
  step: step?.number ?? null,
  isRevealed: step?.phase === 'revealed',
  isPaused: phase === 'paused',
  isOver: phase === 'completed' || phase === 'ended',
  showsScores: scoreboard !== null,
})

/** What is new from one moment to the next, the weightiest alone. Closing is said by the bar that shows the answer's fate. */
export function newsOf(before: Moment, after: Moment): News | null {
  if (after.isOver) return before.isOver ? null : 'over'
  if (after.step !== before.step) return after.step === null ? null : 'step'
  if (after.isPaused !== before.isPaused) return after.isPaused ? 'paused' : 'goes_on'
  if (after.showsScores && !before.showsScores) return 'scoreboard'
  return after.isRevealed && !before.isRevealed ? 'results' : null
}
