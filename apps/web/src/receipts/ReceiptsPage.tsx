import { useParams } from 'wouter'
import { useRejectionWords } from '../i18n/rejection-words.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { useIdentity } from '../identity/use-identity.ts'
import { rejectionOf } from '../live/rejection-of.ts'
import { trpc } from '../trpc.ts'
import { DeskShell } from '../ui/DeskShell.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { useTitle } from '../ui/use-title.ts'
import { ReceiptsView } from './ReceiptsView.tsx'

/** While people take part, and afterwards, when a forgotten phone may still report (ms). */
const lookAgainMs = { running: 5_000, over: 30_000 } as const

/** `/receipts/:session`: what people were promised and what was counted, for those who run the session. */
export default function ReceiptsPage() {
  const { t } = useTranslation('receipts')
  const words = useRejectionWords()
  const sessionId = useParams<'/receipts/:session'>().session
  const { userId } = useIdentity()
  const enabled = userId !== null
  const session = trpc.sessions.get.useQuery(
    { sessionId },
    { enabled, refetchInterval: ({ state }) => pace(state.data?.status) },
  )
  const isOver = hasEnded(session.data?.status)
  const receipts = trpc.sessions.receipts.useQuery(
    { sessionId },
    { enabled, refetchInterval: () => pace(session.data?.status) },
  )
  useTitle(session.data === undefined ? t('title') : `${t('title')}: ${session.data.title}`)
  if (receipts.data !== undefined && session.data !== undefined) {
    return (
      <ReceiptsView
        receipts={receipts.data}
        session={session.data}
        lookedAt={receipts.dataUpdatedAt}
        isStale={receipts.isError}
        isOver={isOver}
      />
    )
  }
  const failed = [receipts, session].find(({ isError }) => isError)
  if (failed !== undefined) {
    const rejection = rejectionOf(failed.error)
    return (
      <DeskShell title={t('title')}>
        <ErrorState {...(rejection && { title: words(rejection) })} onRetry={() => void failed.refetch()} />
      </DeskShell>
    )
  }
  return (
    <DeskShell title={t('title')} intro={t('intro')}>
      <div aria-busy="true" className="grid gap-4">
        <Skeleton className="h-16 w-2/3" />
        <Skeleton className="h-48 w-full" />
      </div>
    </DeskShell>
  )
}

const hasEnded = (status: string | undefined): boolean => status === 'completed' || status === 'ended'

const pace = (status: string | undefined): number => (hasEnded(status) ? lookAgainMs.over : lookAgainMs.running)
