import { ChevronDown } from 'lucide-react'
import { Suspense } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { HostFace, NodeTypeName } from '../../nodes/faces.ts'
import { faceOf } from '../../nodes/registry.ts'
import { CountOf } from '../../ui/CountOf.tsx'
import { Markdown } from '../../ui/Markdown.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Ranking } from '../../ui/Ranking.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { Conflicts } from '../conflicts/Conflicts.tsx'
import { type ConsoleState, isOver } from '../console-state.ts'
import { LobbyNow } from './LobbyNow.tsx'

/** What is on, as the facilitator sees it: the step with all that came in, the ranking, the notes. */
export function Now(state: ConsoleState & { readonly code: string }) {
  const { t } = useTranslation('console')
  const { view } = state
  if (view.step === null && !isOver(view)) return <LobbyNow {...state} />
  return (
    <div className="mx-auto grid max-w-3xl grid-cols-1 gap-6">
      <Conflicts {...state} />
      <StepHead {...state} />
      {isOver(view) && <Notice tone="saved">{t(view.phase === 'ended' ? 'ended' : 'done')}</Notice>}
      {view.phase === 'paused' && <Notice tone="info">{t('paused')}</Notice>}
      {view.notes !== null && <Notes text={view.notes} />}
      {view.scoreboard !== null && (
        <section className="grid gap-3 border-line border-b pb-6">
          <h2 className="font-display font-semibold text-lead">{t('scores')}</h2>
          <Ranking rows={view.scoreboard.map((row) => ({ ...row, id: row.name }))} />
        </section>
      )}
      {view.step !== null && <CurrentFace {...state} step={view.step} />}
    </div>
  )
}

/** What the facilitator wanted to think of; folded away, it stays so for the steps that follow. */
function Notes({ text }: { readonly text: string }) {
  const { t } = useTranslation('console')
  return (
    <details open className="group rounded-one bg-sunk">
      <summary className="flex min-h-11 cursor-pointer items-center justify-between gap-3 rounded-one px-4 font-semibold text-small text-soft [&::-webkit-details-marker]:hidden">
        {t('notes')}
        <ChevronDown aria-hidden="true" className="size-4 transition-transform group-open:rotate-180" />
      </summary>
      <Markdown text={text} className="px-4 pb-4" />
    </details>
  )
}

function StepHead({ view }: ConsoleState) {
  const { t } = useTranslation(['console', 'common'])
  const { step } = view
  if (step === null) return null
  return (
    <p className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 text-small text-soft">
      <span>
        {t('common:progress', { step: step.position, total: view.total })}
        {view.openedBy !== null && view.openedBy !== '' && <> · {t('openedBy', { name: view.openedBy })}</>}
      </span>
      {step.collects && <CountOf count={view.done} total={view.present} label={t('answeredCount')} />}
    </p>
  )
}

function CurrentFace({
  view,
  command,
  step,
}: ConsoleState & { readonly step: NonNullable<ConsoleState['view']['step']> }) {
  const { content, ...frame } = step
  const type: NodeTypeName = content.type
  const useCard = (cardId: string, into: string) => command({ type: 'use_card', from: frame.nodeId, cardId, into })
  const Face = faceOf<Omit<HostFace<NodeTypeName>, 'moderate'> & { moderate: ((act: never) => void) | null }>(
    type,
    'Host',
  )
  return (
    // One for each step: a step whose face is still on its way shows that, instead of holding back all that comes after.
    <Suspense key={frame.nodeId} fallback={<Skeleton className="h-64" />}>
      <Face
        step={frame}
        content={content}
        moderate={
          isOver(view)
            ? null
            : (act) => void command({ type: 'moderate', nodeId: frame.nodeId, node: type, act } as never)
        }
        cards={isOver(view) ? null : { steps: stepsForCards(view), use: (cardId, into) => void useCard(cardId, into) }}
      />
    </Suspense>
  )
}

/** Where something that came in at the current step could go. */
const stepsForCards = ({ agenda, step }: ConsoleState['view']) =>
  agenda
    .filter(({ nodeId, takesCards, isRemoved }) => takesCards && !isRemoved && nodeId !== step?.nodeId)
    .map(({ nodeId, title }) => ({ nodeId, title }))
