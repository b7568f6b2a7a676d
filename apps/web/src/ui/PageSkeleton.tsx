import { useTranslation } from '../i18n/use-translation.ts'
import { Skeleton } from './Skeleton.tsx'

/** A page on its way: a headline, a few lines, an action. */
export function PageSkeleton() {
  const { t } = useTranslation()
  return (
    <main aria-busy="true" className="safe-x safe-top mx-auto grid max-w-xl content-start gap-4 pt-24">
      <p className="sr-only">{t('loading')}</p>
      <Skeleton className="h-10 w-3/4" />
      <Skeleton className="h-5 w-full" />
      <Skeleton className="h-5 w-5/6" />
      <Skeleton className="mt-6 h-15 w-full" />
    </main>
  )
}
