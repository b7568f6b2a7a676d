import { useEffect, useRef } from 'react'
import { useTranslation } from '../i18n/use-translation.ts'
import { useToast } from '../ui/use-toast.ts'
import type { ConsoleState, HostView } from './console-state.ts'

/** Offers to take back what just happened to the course, for as long as that is possible. */
export function useStepToast({ view, command, now, userId }: ConsoleState): void {
  const { t } = useTranslation(['console', 'common'])
  const { show, close } = useToast()
  const offered = useRef<{ readonly until: number; readonly id: string } | null>(null)
  const latest = useRef({ view, command, now, userId, show, close, t })
  latest.current = { view, command, now, userId, show, close, t }

  useEffect(() => {
    const { view, command, now, userId, show, close, t } = latest.current
    const until = view.undoUntil
    if (offered.current?.until === until) return
    if (offered.current !== null) close(offered.current.id)
    offered.current = null
    const stays = until === null ? 0 : until - now()
    if (until === null || stays <= 0) return
    const id = show({
      text: newsOf(view, userId, t),
      stays,
      action: { label: t('common:undo'), onAction: () => void command({ type: 'undo' }) },
    })
    offered.current = { until, id }
  }, [view.undoUntil])
}

type Words = ReturnType<typeof useTranslation<['console', 'common']>>['t']

function newsOf({ phase, step, agenda, openedBy, facilitators }: HostView, userId: string, t: Words): string {
  if (phase === 'completed' || step === null) return t('done')
  const title = agenda.find(({ nodeId }) => nodeId === step.nodeId)?.title ?? ''
  if (step.phase === 'closed') return t('newsClosed')
  if (step.phase === 'revealed') return t('newsRevealed')
  const isMine = openedBy === null || openedBy === '' || openedBy === facilitators[userId]?.name
  return isMine ? t('youOpened', { step: title }) : t('opened', { name: openedBy, step: title })
}
