import { Suspense, useEffect, useMemo } from 'react'
import { useParams } from 'wouter'
import { useIdentity } from '../identity/use-identity.ts'
import { CodeEntry } from '../join/CodeEntry.tsx'
import { lookUp } from '../live/page-look-up.ts'
import { rejectionOf } from '../live/rejection-of.ts'
import { useQuestion } from '../live/use-question.ts'
import { keepOffline } from '../offline/keep-offline.ts'
import { codeInText, codeLength } from '../ui/code-in-text.ts'
import { whenIdle } from '../ui/when-idle.ts'
import { Door } from './door/Door.tsx'
import { TroublePage } from './door/TroublePage.tsx'
import { WaitPage } from './door/WaitPage.tsx'
import { preloadParts } from './later-parts.ts'

/** `/s/:code`: the phone of a participant. */
export default function ParticipantPage() {
  const code = codeInText(useParams<'/s/:code'>().code)
  const isWhole = code.length === codeLength
  const { userId, me, status, rejection } = useIdentity()
  const looked = useQuestion(useMemo(() => (isWhole ? () => lookUp(code) : null), [isWhole, code]))
  const refusal = rejectionOf(looked.failure)
  useEffect(() => whenIdle(preloadParts), [])
  useEffect(() => whenIdle(keepOffline), [])

  if (!isWhole || refusal?.code === 'unknown_code') return <CodeEntry initial={code} isWrong />
  if (looked.answer !== null && userId !== null) {
    return (
      <Suspense fallback={<WaitPage />}>
        <Door card={looked.answer} userId={userId} ownName={me?.name ?? null} />
      </Suspense>
    )
  }
  if (status === 'error') return <TroublePage rejection={rejection} onRetry={() => location.reload()} busy={false} />
  if (looked.failure !== null) return <TroublePage rejection={refusal} onRetry={looked.again} busy={looked.busy} />
  return <WaitPage />
}
