import { useEffect, useRef } from 'react'
import { type Translate, useTranslation } from '../i18n/use-translation.ts'
import { useToast } from '../ui/use-toast.ts'
import type { ConsoleState } from './console-state.ts'
import { type News, newsOf } from './news.ts'

/** Offers to take back what just happened to the course, for as long as that is possible. */
export function useStepToast({ view, command, now, userId }: ConsoleState): void {
  const { t } = useTranslation(['console', 'common'])
  const { show, close } = useToast()
  const offered = useRef<{ readonly until: number; readonly id: string } | null>(null)
  const place = useRef<string | undefined>(undefined)
  const latest = useRef({ view, command, now, userId, show, close, t })
  latest.current = { view, command, now, userId, show, close, t }

  useEffect(() => {
    const { view, command, now, userId, show, close, t } = latest.current
    const until = view.undoUntil
    if (offered.current?.until === until) return
    const isElsewhere = view.step?.nodeId !== place.current
    place.current = view.step?.nodeId
    if (offered.current !== null) close(offered.current.id)
    offered.current = null
    const stays = until === null ? 0 : until - now()
    if (until === null || stays <= 0) return
    const id = show({
      text: said(newsOf(view, { userId, isElsewhere }), t),
      stays,
      action: { label: t('common:undo'), onAction: () => void command({ type: 'undo' }) },
    })
    offered.current = { until, id }
  }, [view.undoUntil])
}

type Words = Translate<'console'>

function said(news: News, t: Words): string {
  if (news.what === 'went')
    return news.by === null ? t('youOpened', { step: news.step }) : t('opened', { name: news.by, step: news.step })
  return { finished: t('done'), closed: t('newsClosed'), revealed: t('newsRevealed') }[news.what]
}
