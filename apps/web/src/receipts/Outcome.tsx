import { CircleCheck, TriangleAlert } from 'lucide-react'
import { useTranslation } from '../i18n/use-translation.ts'
import { cx } from '../ui/cx.ts'
import { type Differing, differing, type SessionReceipts, verdictOf } from './verdict.ts'

/** Whether anything differs: the one thing to read on this page, and read aloud when it changes. */
export function Outcome({ receipts }: { readonly receipts: SessionReceipts }) {
  const { t } = useTranslation('receipts')
  const { acknowledged, waiting, missing, countedThoughRefused } = receipts.pages
  const differs = verdictOf(receipts) === 'differs'
  const lost = differing(missing)
  const wrong = differing(countedThoughRefused)
  const Icon = differs ? TriangleAlert : CircleCheck
  return (
    <section className="grid gap-6">
      <div role="status" className="grid grid-cols-[auto_minmax(0,1fr)] items-start gap-x-4 gap-y-2">
        <Icon
          aria-hidden="true"
          strokeWidth={2}
          className={cx('size-[1.1em] text-display', differs ? 'text-danger' : 'text-accent')}
        />
        <div className="grid gap-2">
          {!differs && <p className="font-bold font-display text-display">{t('complete')}</p>}
          {lost.ids.length > 0 && (
            <p className="font-bold font-display text-danger text-display">
              {t(lost.isAll ? 'missing' : 'missingAtLeast', { count: lost.ids.length })}
            </p>
          )}
          {wrong.ids.length > 0 && (
            <p className="font-bold font-display text-danger text-display">
              {t(wrong.isAll ? 'wrong' : 'wrongAtLeast', { count: wrong.ids.length })}
            </p>
          )}
          {!differs && (
            <p className="text-lead">
              {acknowledged === 0 ? t('completeUnreported') : t('completeMore', { count: acknowledged })}
            </p>
          )}
          {waiting > 0 && <p className="text-lead text-soft">{t('onTheirWay', { count: waiting })}</p>}
        </div>
      </div>
      {lost.ids.length > 0 && <Ids what={t('missingMore')} differing={lost} />}
      {wrong.ids.length > 0 && <Ids what={t('wrongMore')} differing={wrong} />}
    </section>
  )
}

/** Which ones: for whoever looks into the log. */
function Ids({ what, differing: { ids, isAll } }: { readonly what: string; readonly differing: Differing }) {
  const { t } = useTranslation('receipts')
  return (
    <div className="grid max-w-2xl gap-3">
      <p className="text-lead">{what}</p>
      <p className="font-semibold">{t('whichOnes')}</p>
      <ul className="grid gap-1 break-all font-mono text-small text-soft">
        {ids.map((id) => (
          <li key={id}>{id}</li>
        ))}
        {!isAll && <li>…</li>}
      </ul>
    </div>
  )
}
