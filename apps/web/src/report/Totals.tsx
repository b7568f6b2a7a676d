import { Fragment } from 'react'
import { useTranslation } from '../i18n/use-translation.ts'
import { answersOf, type SessionReport } from './session-report.ts'

/** When it was, how long it took, how many were there and how much they gave: one line under the title. */
export function Totals({ report, host }: { readonly report: SessionReport; readonly host: string }) {
  const { t, i18n } = useTranslation('report')
  const { startedAt, completedAt, people } = report
  const date = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'long', timeStyle: 'short' })
  const minutes =
    startedAt === null || completedAt === null ? null : Math.max(1, Math.round((completedAt - startedAt) / 60_000))
  const parts = [
    startedAt === null ? null : date.format(startedAt),
    minutes === null ? null : t('duration', { count: minutes }),
    host === '' ? null : t('hostedBy', { name: host }),
    t('people', { count: people.length }),
    t('answers', { count: answersOf(people) }),
  ]
  return parts
    .filter((part) => part !== null)
    .map((part, nth) => (
      <Fragment key={part}>
        {nth > 0 && ' · '}
        <span className="whitespace-nowrap">{part}</span>
      </Fragment>
    ))
}
