import { useTranslation } from '../i18n/use-translation.ts'
import { type Overview, totalsOf } from './totals.ts'
import { useFigures } from './use-figures.ts'

/** All servers together, a figure and a line each. */
export function Figures({ overview }: { readonly overview: Overview }) {
  const { t } = useTranslation('ops')
  const { count, ms } = useFigures()
  const totals = totalsOf(overview)
  const rows =
    totals === null
      ? []
      : ([
          [t('sessions'), count(totals.sessions), t('sessionsMore')],
          [t('people'), count(totals.people), t('peopleMore', { count: totals.views })],
          [t('versions'), count(totals.versionsPerSecond), t('versionsMore')],
          [
            t('saving'),
            ms(totals.appendMs?.p99),
            totals.appendMs === null ? t('savingNone') : t('savingMore', { p50: ms(totals.appendMs.p50) }),
          ],
          [t('loop'), ms(totals.loopMs), t('loopMore')],
        ] as const)
  return (
    <section aria-labelledby="now" className="mb-10">
      <h2 id="now" className="sr-only">
        {t('now')}
      </h2>
      {totals === null && <p className="text-soft">{t('cannotTell')}</p>}
      <dl className="grid grid-cols-1 gap-x-10 tablet:grid-cols-2 desk:grid-cols-3">
        {rows.map(([name, figure, more]) => (
          <div key={name} className="grid content-start gap-0.5 border-line border-t py-4">
            <dt className="text-soft">{name}</dt>
            <dd className="grid gap-0.5">
              <span className="figures font-bold font-display text-headline">{figure}</span>
              <span className="text-small text-soft">{more}</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
