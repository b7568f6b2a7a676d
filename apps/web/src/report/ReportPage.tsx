import { useParams } from 'wouter'
import { FileViewerProvider } from '../files/file-viewer.ts'
import { useRejectionWords } from '../i18n/rejection-words.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { useIdentity } from '../identity/use-identity.ts'
import { rejectionOf } from '../live/rejection-of.ts'
import { trpc } from '../trpc.ts'
import { DeskShell } from '../ui/DeskShell.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { useTitle } from '../ui/use-title.ts'
import { SessionReportView } from './SessionReportView.tsx'
import type { SessionReport } from './session-report.ts'

/** `/report/:session`: what happened in a session, for those who ran it. */
export default function ReportPage() {
  const { t } = useTranslation('report')
  const words = useRejectionWords()
  const sessionId = useParams<'/report/:session'>().session
  const { userId } = useIdentity()
  const session = trpc.sessions.get.useQuery({ sessionId }, { enabled: userId !== null })
  const report = trpc.sessions.report.useQuery({ sessionId }, { enabled: userId !== null })
  useTitle(report.data === undefined ? t('title') : `${t('title')}: ${report.data.title}`)
  if (report.isError) {
    const rejection = rejectionOf(report.error)
    return (
      <DeskShell title={t('title')}>
        <ErrorState {...(rejection && { title: words(rejection) })} onRetry={() => void report.refetch()} />
      </DeskShell>
    )
  }
  if (report.data === undefined || session.data === undefined) {
    return (
      <DeskShell title={<Skeleton className="h-12 w-72" />}>
        <div className="grid gap-4">
          <Skeleton className="h-8 w-1/2" />
          <Skeleton className="h-40 w-full" />
        </div>
      </DeskShell>
    )
  }
  // The same JSON: the API does not know the node types, so its type says nothing about their content.
  return (
    <FileViewerProvider value={{ sessionId, role: 'host' }}>
      <SessionReportView report={report.data as SessionReport} session={session.data} />
    </FileViewerProvider>
  )
}
