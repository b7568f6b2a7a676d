import { useTranslation } from '../i18n/use-translation.ts'
import { refusedInAll, type SessionReceipts } from './verdict.ts'

/** Both sides of the books, a figure and a line each. */
export function Figures({ receipts }: { readonly receipts: SessionReceipts }) {
  const { t, i18n } = useTranslation('receipts')
  const { counted, duplicates, pages } = receipts
  const { format } = new Intl.NumberFormat(i18n.language)
  const rows = [
    [t('acknowledged'), pages.acknowledged, t('acknowledgedMore', { count: pages.reported })],
    [t('ofThemCounted'), pages.acknowledged - pages.missing.length, t('ofThemCountedMore')],
    [t('counted'), counted, t('countedMore')],
    [t('duplicates'), duplicates, t('duplicatesMore')],
    [t('refused'), refusedInAll(receipts), t('refusedMore')],
    [t('waiting'), pages.waiting, t('waitingMore')],
  ] as const
  return (
    <section aria-labelledby="figures" className="grid gap-5">
      <h2 id="figures" className="font-display font-semibold text-title">
        {t('figures')}
      </h2>
      <dl className="grid grid-cols-1 gap-x-10 tablet:grid-cols-2 desk:grid-cols-3">
        {rows.map(([name, figure, more]) => (
          <div key={name} className="grid content-start gap-0.5 border-line border-t py-4 print:break-inside-avoid">
            <dt className="text-soft">{name}</dt>
            <dd className="grid gap-0.5">
              <span className="figures font-bold font-display text-headline">{format(figure)}</span>
              <span className="text-small text-soft">{more}</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
