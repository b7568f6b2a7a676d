import { hasText } from '../i18n/i18n.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { refusals, type SessionReceipts } from './verdict.ts'

/** Why things were refused, the most frequent first. */
export function Refusals({ receipts }: { readonly receipts: SessionReceipts }) {
  const { t, i18n } = useTranslation('receipts')
  const wordsOf = useReason()
  const { format } = new Intl.NumberFormat(i18n.language)
  const rows = refusals(receipts)
  return (
    <section aria-labelledby="refused" className="grid max-w-2xl gap-4">
      <h2 id="refused" className="font-display font-semibold text-title">
        {t('refusedWhy')}
      </h2>
      {rows.length === 0 ? (
        <p className="text-soft">{t('nothingRefused')}</p>
      ) : (
        <dl className="grid grid-cols-1">
          {rows.map(([code, count]) => (
            <div key={code} className="flex items-baseline justify-between gap-6 border-line border-t py-3">
              <dt>{wordsOf(code)}</dt>
              <dd className="figures font-semibold">{format(count)}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  )
}

/** A reason from a newer server has no words here yet: its code is better than none. */
function useReason(): (code: string) => string {
  const { t } = useTranslation('reasons')
  return (code) => (hasText(`reasons:${code}`) ? t(code as Parameters<typeof t>[0]) : code)
}
