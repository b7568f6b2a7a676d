import { Suspense } from 'react'
import type { ActState } from '../../nodes/faces.ts'
import { faceOf } from '../../nodes/registry.ts'
import { Skeleton } from '../../ui/Skeleton.tsx'
import type { OwnView, ShownStep } from '../session/views.ts'
import type { Acts } from './use-acts.ts'

interface StepFaceProps {
  readonly step: ShownStep
  readonly own: OwnView
  readonly canAct: boolean
  /** What this person does here; without it, the step is only looked at. */
  readonly acts?: Acts
}

/** What every face is given. The registry keeps type, content and own answer together; the compiler cannot follow it here. */
interface AnyFace extends Pick<StepFaceProps, 'step' | 'canAct'> {
  readonly content: unknown
  readonly own: unknown
  readonly sent: readonly unknown[]
  readonly actState: ActState
  readonly stepPoints: number | null
  readonly act: Acts['act']
}

/** The face of a step's type. A step that is taken anew is a new one, also when it was here before. */
export function StepFace({ step, own, canAct, acts }: StepFaceProps) {
  const Face = faceOf<AnyFace>(step.content.type, 'Participant')
  return (
    <Suspense key={step.number} fallback={<StepOutline />}>
      <Face
        step={step}
        content={step.content}
        own={own.step}
        sent={acts?.sent ?? []}
        canAct={canAct}
        actState={acts?.state ?? 'none'}
        stepPoints={own.stepPoints}
        act={acts?.act ?? (() => {})}
      />
    </Suspense>
  )
}

function StepOutline() {
  return (
    <div className="grid grid-cols-1 gap-4">
      <Skeleton className="h-10 w-full" />
      <Skeleton className="h-10 w-2/3" />
      <Skeleton className="mt-4 h-18 w-full" />
      <Skeleton className="h-18 w-full" />
    </div>
  )
}
