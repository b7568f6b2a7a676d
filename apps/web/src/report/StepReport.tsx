import { Suspense } from 'react'
import { useTranslation } from '../i18n/use-translation.ts'
import type { HostFace, NodeTypeName } from '../nodes/faces.ts'
import { NodeIcon } from '../nodes/NodeIcon.tsx'
import { faceOf } from '../nodes/registry.ts'
import { Skeleton } from '../ui/Skeleton.tsx'
import { type SessionReport, type StepContent, type StepFigures, stepFigures } from './session-report.ts'

interface StepReportProps {
  readonly step: SessionReport['steps'][number]
  /** Counts the steps that were opened, from 1. */
  readonly number: number
  readonly people: SessionReport['people']
}

/** One step: a line for what was only shown; for what was asked, the picture the console had of it. */
export function StepReport({ step, number, people }: StepReportProps) {
  const figures = stepFigures(people, step.nodeId)
  const wasAsked = figures.asked > 0
  return (
    <li className="grid grid-cols-[2.5rem_minmax(0,1fr)] gap-x-4 gap-y-5 border-line border-t py-6 print:break-inside-avoid">
      <span className="grid size-10 place-items-center rounded-one bg-sunk text-soft">
        <NodeIcon type={step.content.type} className="size-5" />
      </span>
      <div className="flex min-h-10 flex-wrap items-center justify-between gap-x-6">
        <p className={wasAsked ? 'text-soft' : undefined}>
          <span className="figures text-soft">{number}.</span> {step.title !== questionOf(step.content) && step.title}
        </p>
        {wasAsked && <Figures {...figures} />}
      </div>
      {wasAsked && <Picture step={step} number={number} />}
    </li>
  )
}

/** What the picture below says anyway need not be said above it. */
const questionOf = (content: StepContent): string | null => ('text' in content ? content.text : null)

function Figures({ asked, answered, judged, right }: StepFigures) {
  const { t } = useTranslation('report')
  return (
    <p className="figures text-small text-soft">
      {t('answeredBy', { count: answered, total: asked })}
      {judged > 0 && <> · {t('rightShare', { percent: Math.round((100 * right) / judged) })}</>}
    </p>
  )
}

/** The console's face of the step, as it was at the end, with nothing left to do about it. */
function Picture({ step, number }: Pick<StepReportProps, 'step' | 'number'>) {
  const type: NodeTypeName = step.content.type
  const Face = faceOf<Omit<HostFace<NodeTypeName>, 'moderate' | 'cards'> & { moderate: null; cards: null }>(
    type,
    'Host',
  )
  return (
    <Suspense fallback={<Skeleton className="h-48" />}>
      <div className="col-span-full max-w-3xl tablet:col-start-2">
        <Face step={asRevealed(step.nodeId, number)} content={step.content} moderate={null} cards={null} />
      </div>
    </Suspense>
  )
}

const asRevealed = (nodeId: string, number: number): HostFace<NodeTypeName>['step'] => ({
  nodeId,
  number,
  position: number,
  phase: 'revealed',
  collects: true,
  openedAt: 0,
  readUntil: 0,
  deadline: null,
  goesOnAt: null,
  pausedAt: null,
})
