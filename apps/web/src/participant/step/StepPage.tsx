import { type ComponentType, Suspense, useState } from 'react'
import type { Commands } from '../../live/use-commands.ts'
import { useServerNow } from '../../live/use-server-now.ts'
import type { NodeTypeName, ParticipantFace } from '../../nodes/faces.ts'
import { faceOf } from '../../nodes/registry.ts'
import { ProgressLine } from '../../ui/ProgressLine.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { Timer } from '../../ui/Timer.tsx'
import { SessionShell, type ShellParts } from '../session/SessionShell.tsx'
import type { OwnView, SharedView, ShownStep } from '../session/views.ts'
import { frozen } from './answer-window.ts'
import { MissedAnswer } from './MissedAnswer.tsx'
import { Scoreboard } from './Scoreboard.tsx'
import { StatusWords } from './StatusWords.tsx'
import { StepSituationProvider } from './step-situation.ts'
import { useActs } from './use-acts.ts'
import { useAnswerWindow } from './use-answer-window.ts'

interface StepPageProps {
  readonly view: SharedView
  readonly step: ShownStep
  readonly own: OwnView
  readonly version: number
  readonly commands: Commands
  readonly shell: ShellParts
}

/** One step on the phone: where we are, the question, one thing to do at the thumb, what became of it. */
export function StepPage({ view, step, own, version, commands, shell }: StepPageProps) {
  const [bar, setBar] = useState<HTMLElement | null>(null)
  const window = useAnswerWindow(step, view.phase)
  const { type } = step.content
  const acts = useActs(commands, { nodeId: step.nodeId, node: type, version, window })
  const asks = step.collects && step.phase !== 'revealed'
  const foot = (asks || window === 'paused') && (
    <div ref={setBar}>{window === 'paused' && !asks && <StatusWords status="paused" hint="" />}</div>
  )
  // The registry keeps type, content and own answer together, which the compiler cannot follow here.
  const Face = faceOf<ParticipantFace<NodeTypeName>>(type, 'Participant') as ComponentType<object>
  return (
    <StepSituationProvider value={{ window, refusal: acts.refusal, bar }}>
      <SessionShell {...shell} top={<StepTop step={step} total={view.total} />} action={foot || undefined}>
        <div className="grid gap-8">
          <MissedAnswer commands={commands} nodeId={step.nodeId} number={step.number} />
          {view.scoreboard !== null && <Scoreboard rows={view.scoreboard} />}
          <Suspense key={step.number} fallback={<StepSkeleton />}>
            <Face
              {...{ step, content: step.content, own: own.step, sent: acts.sent, actState: acts.state }}
              {...{ canAct: window === 'open', stepPoints: own.stepPoints, act: acts.act }}
            />
          </Suspense>
        </div>
      </SessionShell>
    </StepSituationProvider>
  )
}

interface StepTopProps {
  readonly step: ShownStep
  readonly total: number
}

function StepTop({ step, total }: StepTopProps) {
  const now = useServerNow()
  const deadline = step.phase === 'open' ? step.deadline : null
  return (
    <>
      <ProgressLine step={step.position} total={total} className="min-w-24 flex-1" />
      <Timer deadline={deadline} now={now} pausedWith={frozen(deadline, step.pausedAt)} />
    </>
  )
}

function StepSkeleton() {
  return (
    <div className="grid gap-4">
      <Skeleton className="h-10 w-full" />
      <Skeleton className="h-10 w-2/3" />
      <Skeleton className="mt-4 h-18 w-full" />
      <Skeleton className="h-18 w-full" />
    </div>
  )
}
