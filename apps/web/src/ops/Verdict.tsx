import { useTranslation } from '../i18n/use-translation.ts'
import { Notice } from '../ui/Notice.tsx'
import type { Overview } from './totals.ts'

/** Whether anything is wrong just now, and what that means for people. */
export function Verdict({ overview: { troubles, workers } }: { readonly overview: Overview }) {
  const { t } = useTranslation('ops')
  const noWorker = workers?.length === 0
  if (troubles.length === 0 && !noWorker) return <Notice tone="saved">{t('allWell')}</Notice>
  return (
    <div className="grid gap-3">
      {troubles.map((trouble) => (
        <Notice key={trouble} tone="refused">
          {t(`trouble_${trouble}`)}
        </Notice>
      ))}
      {noWorker && <Notice tone="refused">{t('noWorker')}</Notice>}
    </div>
  )
}
