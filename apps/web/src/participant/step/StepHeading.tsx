import { useEffect, useRef } from 'react'
import { cx } from '../../ui/cx.ts'
import { useSessionSituation } from '../session/session-situation.ts'

interface StepHeadingProps {
  readonly text: string
  /** Its results are shown: the question steps back. */
  readonly quiet?: boolean
}

/** Names the step for everything that belongs to it. */
export const stepHeadingId = 'step'

/** The question, or the headline. It takes the focus when the step opens, so that screen readers and keyboards begin there. */
export function StepHeading({ text, quiet = false }: StepHeadingProps) {
  const { language } = useSessionSituation()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  return (
    <h1
      ref={heading}
      id={stepHeadingId}
      tabIndex={-1}
      lang={language}
      className={cx(
        'whitespace-pre-line font-display outline-none',
        quiet || text.length > 110 ? 'font-semibold text-title' : 'font-bold text-headline',
      )}
    >
      {text}
    </h1>
  )
}
