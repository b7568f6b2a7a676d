import type { Rejection } from '@humuus/workshop-engine'
import { Suspense, useState } from 'react'
import type { Commands } from '../../live/use-commands.ts'
import { useHold } from '../../live/use-hold.ts'
import { useServerNow } from '../../live/use-server-now.ts'
import { ProgressLine } from '../../ui/ProgressLine.tsx'
import { Timer } from '../../ui/Timer.tsx'
import { Scoreboard } from '../later-parts.ts'
import { FilesOnTheWay } from '../session/FilesOnTheWay.tsx'
import { NewerPageNotice } from '../session/NewerPageNotice.tsx'
import { SessionShell, type ShellParts } from '../session/SessionShell.tsx'
import type { OwnView, SharedView, ShownStep } from '../session/views.ts'
import { type AnswerWindow, frozen } from './answer-window.ts'
import { MissedAnswer } from './MissedAnswer.tsx'
import { StatusWords } from './StatusWords.tsx'
import { StepFace } from './StepFace.tsx'
import { StepSituationProvider } from './step-situation.ts'
import { useActs } from './use-acts.ts'
import { useAnswerWindow } from './use-answer-window.ts'
import { useKeptFocus } from './use-kept-focus.ts'

interface StepPageProps {
  readonly view: SharedView
  readonly step: ShownStep
  readonly own: OwnView
  readonly version: number
  readonly commands: Commands
  /** Why an answer to an earlier step was not taken. */
  readonly missed: Rejection | null
  readonly shell: ShellParts
}

/** One step on the phone: where we are, the question, one thing to do at the thumb, what became of it. */
export function StepPage({ view, step, own, version, commands, missed, shell }: StepPageProps) {
  const [bar, setBar] = useState<HTMLElement | null>(null)
  const window = useAnswerWindow(step, view.phase)
  useKeptFocus(window)
  useHold('step', window === 'open' || window === 'reading' || window === 'paused')
  const { type } = step.content
  const acts = useActs(commands, { nodeId: step.nodeId, node: type, version, window })
  const asks = step.collects && step.phase !== 'revealed'
  const foot = (asks || window === 'paused') && (
    <div ref={setBar}>{window === 'paused' && !asks && <StatusWords status="paused" hint="" />}</div>
  )
  return (
    <StepSituationProvider value={{ window, refusal: acts.refusal, bar }}>
      <SessionShell
        {...shell}
        top={<StepTop step={step} total={view.total} window={window} />}
        action={foot || undefined}
      >
        <div className="flex min-h-full flex-col gap-8">
          <NewerPageNotice />
          <FilesOnTheWay nodeId={step.nodeId} />
          <MissedAnswer rejection={missed} />
          <Suspense>{view.scoreboard !== null && <Scoreboard rows={view.scoreboard} />}</Suspense>
          <StepFace step={step} own={own} canAct={window === 'open'} acts={acts} />
        </div>
      </SessionShell>
    </StepSituationProvider>
  )
}

interface StepTopProps {
  readonly step: ShownStep
  readonly total: number
  readonly window: AnswerWindow
}

function StepTop({ step, total, window }: StepTopProps) {
  const now = useServerNow()
  // While people read, the time to answer has not begun.
  const deadline = step.phase === 'open' && window !== 'reading' ? step.deadline : null
  return (
    <>
      <ProgressLine step={step.position} total={total} className="min-w-24 flex-1" />
      <Timer deadline={deadline} now={now} pausedWith={frozen(deadline, step.pausedAt)} />
    </>
  )
}
