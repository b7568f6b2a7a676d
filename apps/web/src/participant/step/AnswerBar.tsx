import type { ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from '../../i18n/use-translation.ts'
import { useHold } from '../../live/use-hold.ts'
import type { ActState, StepFrame } from '../../nodes/faces.ts'
import { answerStatus } from './answer-status.ts'
import { ClockEdge } from './ClockEdge.tsx'
import { StatusWords } from './StatusWords.tsx'
import { useStepSituation } from './step-situation.ts'
import { useSlow } from './use-slow.ts'

interface AnswerBarProps {
  readonly step: StepFrame
  /** What to do, in a few words. */
  readonly hint: string
  readonly state: ActState
  /** The server has something of this person. */
  readonly given: boolean
  /** What stands on the phone is not what was sent. */
  readonly unsent?: boolean
  /** The button, where a tap on an option is not enough. */
  readonly children?: ReactNode
}

/** Whoever waits longer wants to know that the answer is safe, whatever the network says of itself. */
const slowMs = 2_500

/** The foot of a step that asks for something, in reach of the thumb: the time as its edge, what happens to the answer, the button. */
export function AnswerBar({ step, hint, state, given, unsent = false, children }: AnswerBarProps) {
  const { t } = useTranslation('phone')
  const { window, bar } = useStepSituation()
  useHold('draft', unsent)
  const isSlow = useSlow(state === 'sending', slowMs)
  const status = answerStatus({ window, state: isSlow ? 'waiting' : state, given, unsent })
  if (bar === null || window === 'revealed') return null
  return createPortal(
    <>
      <ClockEdge step={step} window={window} />
      <div className="grid grid-cols-1 gap-3">
        <StatusWords status={status} hint={hint} brief={Boolean(children)} />
        {children}
        {step.phase === 'open' && step.deadline !== null && <p className="text-small text-soft">{t('tapCounts')}</p>}
      </div>
    </>,
    bar,
  )
}
