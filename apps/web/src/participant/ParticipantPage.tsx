import { useParams } from 'wouter'
import { useIdentity } from '../identity/use-identity.ts'
import { CodeEntry } from '../join/CodeEntry.tsx'
import { rejectionOf } from '../live/rejection-of.ts'
import { trpc } from '../trpc.ts'
import { codeInText, codeLength } from '../ui/code-in-text.ts'
import { Door } from './door/Door.tsx'
import { TroublePage } from './door/TroublePage.tsx'
import { WaitPage } from './door/WaitPage.tsx'

/** A server that cannot be reached is asked again after this long. */
const askAgainMs = 4_000

/** `/s/:code`: the phone of a participant. */
export default function ParticipantPage() {
  const code = codeInText(useParams<'/s/:code'>().code)
  const isWhole = code.length === codeLength
  const { userId, status, rejection } = useIdentity()
  const looked = trpc.sessions.lookup.useQuery(
    { code },
    { enabled: isWhole, refetchInterval: (query) => (query.state.status === 'error' ? askAgainMs : false) },
  )
  const refusal = looked.isError ? rejectionOf(looked.error) : null

  if (!isWhole || refusal?.code === 'unknown_code') return <CodeEntry initial={code} isWrong />
  if (looked.data !== undefined && userId !== null) return <Door card={looked.data} userId={userId} />
  if (status === 'error') return <TroublePage rejection={rejection} onRetry={() => location.reload()} busy={false} />
  if (looked.isError) {
    return <TroublePage rejection={refusal} onRetry={() => void looked.refetch()} busy={looked.isFetching} />
  }
  return <WaitPage />
}
