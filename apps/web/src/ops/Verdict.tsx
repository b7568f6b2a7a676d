import { useTranslation } from '../i18n/use-translation.ts'
import { Notice } from '../ui/Notice.tsx'
import type { Overview } from './totals.ts'

/** Whether anything is wrong just now, and what that means for people. */
export function Verdict({ overview: { troubles, workers, queues } }: { readonly overview: Overview }) {
  const { t } = useTranslation('ops')
  const noWorker = workers?.length === 0
  const givenUp = queues?.reduce((sum, { failed }) => sum + failed, 0) ?? 0
  if (troubles.length === 0 && !noWorker && givenUp === 0) return <Notice tone="saved">{t('allWell')}</Notice>
  return (
    <div className="grid gap-3">
      {troubles.map((trouble) => (
        <Notice key={trouble} tone="refused">
          {t(`trouble_${trouble}`)}
        </Notice>
      ))}
      {givenUp > 0 && <Notice tone="info">{t('givenUp', { count: givenUp })}</Notice>}
      {noWorker && <Notice tone="refused">{t('noWorker')}</Notice>}
    </div>
  )
}
