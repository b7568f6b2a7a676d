import { useParams } from 'wouter'
import { FileViewerProvider } from '../files/file-viewer.ts'
import { useRejectionWords } from '../i18n/rejection-words.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { useIdentity } from '../identity/use-identity.ts'
import { useLiveSession } from '../live/use-live-session.ts'
import { trpc } from '../trpc.ts'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { PageSkeleton } from '../ui/PageSkeleton.tsx'
import { ToastProvider } from '../ui/Toast.tsx'
import { Console } from './Console.tsx'

/** `/host/:session`: the facilitator's console, once we know who is asking. */
export default function HostPage() {
  const sessionId = useParams<'/host/:session'>().session
  const { userId } = useIdentity()
  return userId === null ? <PageSkeleton /> : <Hosting key={sessionId} sessionId={sessionId} />
}

function Hosting({ sessionId }: { readonly sessionId: string }) {
  const { t } = useTranslation('library')
  const words = useRejectionWords()
  const live = useLiveSession({ sessionId, role: 'host' })
  const session = trpc.sessions.get.useQuery({ sessionId })
  if (live.rejection !== null) {
    return (
      <main className="grid min-h-dvh place-content-center gap-6 p-6">
        <ErrorState title={words(live.rejection)} />
        <ButtonLink to="/library">{t('title')}</ButtonLink>
      </main>
    )
  }
  if (live.view === null || session.data === undefined) return <PageSkeleton />
  // Not who the browser is: an account that was joined with others is known here under the id it had then.
  const { userId, code, screenKey } = session.data
  return (
    <ToastProvider aboveBars>
      <FileViewerProvider value={{ sessionId, role: 'host' }}>
        <Console sessionId={sessionId} userId={userId} view={live.view} code={code} screenKey={screenKey} />
      </FileViewerProvider>
    </ToastProvider>
  )
}
