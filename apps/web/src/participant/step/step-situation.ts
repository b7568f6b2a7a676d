import type { Rejection } from '@humuus/workshop-engine'
import { createContext, useContext } from 'react'
import type { AnswerWindow } from './answer-window.ts'

/** What the parts of a step's face may ask about, beyond what the face itself is given. */
export interface StepSituation {
  readonly window: AnswerWindow
  /** Why the last act at this step was refused. */
  readonly refusal: Rejection | null
  /** Where the bar at the foot of the phone is drawn; `null` until it is there. */
  readonly bar: HTMLElement | null
}

const Situation = createContext<StepSituation | null>(null)

export const StepSituationProvider = Situation.Provider

/** The situation of the step that is shown; throws outside of one. */
export function useStepSituation(): StepSituation {
  const situation = useContext(Situation)
  if (situation === null) throw new Error('a face is shown within a step')
  return situation
}
