import { useTranslation } from 'react-i18next'
import { DeskShell } from '../ui/DeskShell.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { useTitle } from '../ui/use-title.ts'

/** `/report/:session`: what happened, while it is fetched. */
export default function ReportPage() {
  const { t } = useTranslation('report')
  useTitle(t('title'))
  return (
    <DeskShell title={t('heading')}>
      <div className="grid gap-4">
        <Skeleton className="h-8 w-1/2" />
        <Skeleton className="h-40 w-full" />
      </div>
    </DeskShell>
  )
}
