import { useTranslation } from '../i18n/use-translation.ts'
import { useIdentity } from '../identity/use-identity.ts'
import { trpc } from '../trpc.ts'
import { DeskShell } from '../ui/DeskShell.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { useTitle } from '../ui/use-title.ts'
import { AddFile } from './AddFile.tsx'
import { HostingRefused } from './HostingRefused.tsx'
import { RunningSessions } from './RunningSessions.tsx'
import { WorkshopCard } from './WorkshopCard.tsx'

/** `/library`: what one can host, and what runs already. */
export default function LibraryPage() {
  const { t } = useTranslation('library')
  useTitle(t('title'))
  const { userId, me } = useIdentity()
  const workshops = trpc.workshops.list.useQuery(undefined, { enabled: userId !== null })
  return (
    <DeskShell title={t('title')} intro={t('intro')} action={me?.mayHost !== false && <AddFile />}>
      {me?.mayHost === false && (
        <section className="mb-10 max-w-2xl border-accent border-l-4 pl-5">
          <h2 className="mb-1.5 font-display font-semibold text-lead">{t('mayNotHost')}</h2>
          <HostingRefused />
        </section>
      )}
      <RunningSessions />
      {workshops.isPending && <Waiting />}
      {workshops.isError && <ErrorState onRetry={() => void workshops.refetch()} />}
      {workshops.data?.length === 0 && <EmptyState title={t('empty')} hint={t('emptyHint')} />}
      <ul className="grid gap-6 tablet:grid-cols-2">
        {workshops.data?.map((workshop) => (
          <WorkshopCard key={workshop.id} workshop={workshop} />
        ))}
      </ul>
    </DeskShell>
  )
}

function Waiting() {
  return (
    <div className="grid gap-6 tablet:grid-cols-2">
      <Skeleton className="h-64" />
      <Skeleton className="h-64" />
    </div>
  )
}
