import type { ActState } from '../../nodes/faces.ts'
import type { AnswerWindow } from './answer-window.ts'

/** What the bar at the foot of the phone says. `hint`: what to do · `closed_without`: nothing was given here. */
export type AnswerStatus =
  | 'hint'
  | 'reading'
  | 'paused'
  | 'sending'
  | 'waiting'
  | 'refused'
  | 'saved'
  | 'time_up'
  | 'closed'
  | 'closed_without'

interface AnswerFacts {
  readonly window: AnswerWindow
  readonly state: ActState
  /** The server has something of this person. */
  readonly given: boolean
  /** What stands on the phone is not what was sent. */
  readonly unsent: boolean
}

/** One status out of all that is true at once: what the person has to know first. */
export function answerStatus({ window, state, given, unsent }: AnswerFacts): AnswerStatus {
  if (window === 'paused') return 'paused'
  if (window === 'reading') return 'reading'
  if (state === 'waiting' || state === 'sending') return state
  if (state === 'refused' && !unsent) return 'refused'
  if (window === 'time_up') return 'time_up'
  const isIn = given || state === 'saved'
  if (window !== 'open') return isIn ? 'closed' : 'closed_without'
  return isIn && !unsent ? 'saved' : 'hint'
}
