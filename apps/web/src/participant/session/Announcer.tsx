import { useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import { type Moment, momentOf, type News, newsOf } from './news.ts'
import type { SharedView } from './views.ts'

/** Says to people who use a screen reader what the others see change. */
export function Announcer({ view }: { readonly view: SharedView }) {
  const { t } = useTranslation(['phone', 'common'])
  const [seen, setSeen] = useState<Moment>(() => momentOf(view))
  const [words, say] = useState('')
  const moment = momentOf(view)
  if (!isSame(seen, moment)) {
    const news = newsOf(seen, moment)
    setSeen(moment)
    if (news !== null) say(wordsFor(news))
  }
  return (
    <p role="status" className="sr-only">
      {words}
    </p>
  )

  function wordsFor(news: News): string {
    const all = {
      step: t('common:progress', { step: view.step?.position ?? 1, total: view.total }),
      results: t('resultsAreIn'),
      scoreboard: t('scoreboard'),
      paused: t('paused'),
      goes_on: t('goesOn'),
      over: t('over'),
    } as const satisfies Record<News, string>
    return all[news]
  }
}

const isSame = (a: Moment, b: Moment): boolean => JSON.stringify(a) === JSON.stringify(b)
