import { useFailureWords } from '../account/failure-words.ts'
import { ForAdmins } from '../admin/ForAdmins.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { useIdentity } from '../identity/use-identity.ts'
import { trpc } from '../trpc.ts'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import { DeskShell } from '../ui/DeskShell.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { useTitle } from '../ui/use-title.ts'
import { OpsView } from './OpsView.tsx'

/** How often the numbers are looked up again while the page is seen, in ms. */
const everyMs = 4_000

/** `/ops`: what the installation does just now, for those who look after it. */
export function OpsPage() {
  const { t } = useTranslation('ops')
  useTitle(t('title'))
  const words = useFailureWords()
  const { me } = useIdentity()
  const mayLook = me?.isAdmin === true
  const overview = trpc.ops.overview.useQuery(undefined, { enabled: mayLook, refetchInterval: everyMs, retry: false })

  if (me !== null && !mayLook) return <ForAdmins title={t('title')} path="/ops" />
  const action = <ButtonLink to="/admin">{t('toAdmin')}</ButtonLink>
  if (overview.data !== undefined) {
    return (
      <DeskShell title={t('title')} intro={t('intro')} action={action}>
        <OpsView overview={overview.data} lookedAt={overview.dataUpdatedAt} isStale={overview.isError} />
      </DeskShell>
    )
  }
  return (
    <DeskShell title={t('title')} intro={t('intro')} action={action}>
      {overview.isError ? (
        <ErrorState title={words(overview.error)} onRetry={() => void overview.refetch()} />
      ) : (
        <div aria-busy="true" className="grid gap-4">
          <Skeleton className="h-12 w-1/2" />
          <Skeleton className="h-48 w-full" />
          <Skeleton className="h-48 w-full" />
        </div>
      )}
    </DeskShell>
  )
}
