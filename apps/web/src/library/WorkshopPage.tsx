import { useTranslation } from 'react-i18next'
import { DeskShell } from '../ui/DeskShell.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { useTitle } from '../ui/use-title.ts'

/** `/w/:workshop`: one workshop, while it is fetched. */
export default function WorkshopPage() {
  const { t } = useTranslation('library')
  useTitle(t('title'))
  return (
    <DeskShell title={<Skeleton className="h-12 w-72" />}>
      <Skeleton className="h-40 w-full" />
    </DeskShell>
  )
}
