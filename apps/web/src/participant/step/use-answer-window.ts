import type { SessionPhase } from '@humuus/workshop-engine'
import { useEffect, useState } from 'react'
import { useServerNow } from '../../live/use-server-now.ts'
import type { StepFrame } from '../../nodes/faces.ts'
import { type AnswerWindow, answerWindow, nextTurn } from './answer-window.ts'

// Timers further away than this overflow in browsers and fire at once; a day is looked at again.
const longestTimer = 86_400_000

/** The window as it is now, drawn anew exactly when the clock turns it. */
export function useAnswerWindow(step: StepFrame, session: SessionPhase): AnswerWindow {
  const now = useServerNow()
  const [, draw] = useState(0)
  const turn = nextTurn(step, session, now())
  useEffect(() => {
    if (turn === null) return
    const timer = setTimeout(() => draw((count) => count + 1), Math.min(longestTimer, Math.max(0, turn - now()) + 1))
    return () => clearTimeout(timer)
  })
  return answerWindow(step, session, now())
}
