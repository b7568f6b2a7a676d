import { useState } from 'react'
import { useParams } from 'wouter'
import { FileViewerProvider } from '../files/file-viewer.ts'
import { useRejectionWords } from '../i18n/rejection-words.ts'
import { useIdentity } from '../identity/use-identity.ts'
import { rejectionOf } from '../live/rejection-of.ts'
import { useLiveSession } from '../live/use-live-session.ts'
import { trpc } from '../trpc.ts'
import { ErrorState } from '../ui/ErrorState.tsx'
import { PageSkeleton } from '../ui/PageSkeleton.tsx'
import { Projection } from './Projection.tsx'

/** The key stands in the fragment, which no request carries; it stays known when the fragment changes. */
const keyInAddress = (): string | undefined => decodeURIComponent(location.hash.slice(1)) || undefined

/** A server that cannot be reached is asked again after this long. */
const askAgainMs = 4_000

/** `/screen/:session#key`: the projector. */
export default function ScreenPage() {
  const sessionId = useParams<'/screen/:session'>().session
  const [screenKey] = useState(keyInAddress)
  const { status } = useIdentity()
  if (status === 'signing_in') return <PageSkeleton />
  return <Watching sessionId={sessionId} screenKey={screenKey} />
}

function Watching({ sessionId, screenKey }: { readonly sessionId: string; readonly screenKey: string | undefined }) {
  const words = useRejectionWords()
  const live = useLiveSession({ sessionId, role: 'screen', screenKey })
  const card = trpc.sessions.screen.useQuery(
    { sessionId, ...(screenKey !== undefined && { screenKey }) },
    { refetchInterval: (query) => (query.state.status === 'error' ? askAgainMs : false) },
  )
  const rejection = live.rejection ?? (card.isError ? rejectionOf(card.error) : null)
  if (rejection !== null) {
    return (
      <main className="grid min-h-dvh place-content-center p-6">
        <ErrorState title={words(rejection)} />
      </main>
    )
  }
  if (live.view === null || card.data === undefined) return <PageSkeleton />
  return (
    <FileViewerProvider value={{ sessionId, role: 'screen', screenKey }}>
      <Projection
        view={live.view}
        code={card.data.code}
        lost={live.status === 'reconnecting' || live.status === 'offline'}
      />
    </FileViewerProvider>
  )
}
