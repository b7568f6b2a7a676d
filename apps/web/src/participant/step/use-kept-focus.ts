import { useEffect } from 'react'
import type { AnswerWindow } from './answer-window.ts'
import { stepHeadingId } from './StepHeading.tsx'

/** What had the focus may be shut or gone when the window turns: the focus then comes back to the step's heading. */
export function useKeptFocus(window: AnswerWindow): void {
  useEffect(() => {
    if (document.activeElement !== document.body) return
    document.getElementById(stepHeadingId)?.focus({ preventScroll: true })
  }, [window])
}
