import { useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { Decided } from '../conflicts/Decided.tsx'
import { type ConsoleState, isCollecting, isOver, isRunning } from '../console-state.ts'
import { AgendaRow } from './AgendaRow.tsx'
import { Elapsed } from './Elapsed.tsx'

/** The whole way in one list: what was, what is, what comes. A click goes there. */
export function Agenda({ view, command }: ConsoleState) {
  const { t } = useTranslation('console')
  const [asked, ask] = useState<string | null>(null)
  const here = view.step?.nodeId
  const kept = view.agenda.filter(({ isRemoved }) => !isRemoved)
  const planned = kept.reduce((sum, item) => sum + (item.minutes ?? 0), 0)
  const jump = (to: string) => here !== undefined && void command({ type: 'jump', from: here, to })
  const want = (to: string) => (isCollecting(view) ? ask(to) : jump(to))
  const next = kept[kept.findIndex(({ nodeId }) => nodeId === here) + 1]?.nodeId
  const target = view.agenda.find(({ nodeId }) => nodeId === asked)
  return (
    <>
      <p className="mb-4 text-small text-soft">
        {planned > 0 && t('totalMinutes', { count: planned })}
        {planned > 0 && view.startedAt !== null && ' · '}
        {view.startedAt !== null && <Elapsed from={view.startedAt} to={view.completedAt} />}
      </p>
      <ol className="grid grid-cols-1">
        {view.agenda.map((item) => (
          <AgendaRow
            key={item.nodeId}
            item={item}
            number={kept.indexOf(item) + 1}
            mark={item.nodeId === here ? 'now' : item.nodeId === next && isRunning(view) ? 'next' : null}
            onGo={isRunning(view) && item.nodeId !== here && !item.isRemoved ? () => want(item.nodeId) : null}
            onRemove={
              isOver(view) || item.phase !== 'pending' || (kept.length === 1 && !item.isRemoved)
                ? null
                : () => void command({ type: item.isRemoved ? 'restore_step' : 'remove_step', nodeId: item.nodeId })
            }
          />
        ))}
      </ol>
      <Decided view={view} />
      <ConfirmDialog
        open={target !== undefined}
        title={t('jumpHeading', { title: target?.title ?? '' })}
        text={t('jumpWarning')}
        confirm={t('jump')}
        onConfirm={() => target && jump(target.nodeId)}
        onClose={() => ask(null)}
      />
    </>
  )
}
