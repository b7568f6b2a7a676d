import type { Rejection } from '@humuus/workshop-engine'
import { Suspense, useCallback, useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { fetchAlong } from '../i18n/i18n.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { lookUp } from '../live/page-look-up.ts'
import { rejectionOf } from '../live/rejection-of.ts'
import { preloadPage } from '../routes.tsx'
import { codeLength } from '../ui/code-in-text.ts'
import { RejectionWords } from '../ui/RejectionWords.tsx'
import { StartPage } from './StartPage.tsx'

/** Words that may still be on their way. */
const refused = (rejection: Rejection | null) =>
  rejection === null ? undefined : (
    <Suspense>
      <RejectionWords rejection={rejection} />
    </Suspense>
  )

interface CodeEntryProps {
  /** Digits from the address; a whole code is looked up at once, unless it is known to be wrong. */
  readonly initial: string
  readonly isWrong?: boolean
}

/** The code field at work: looks the code up and leads to its session, or says what is wrong with it. */
export function CodeEntry({ initial, isWrong = false }: CodeEntryProps) {
  const { t } = useTranslation('errors')
  const [, navigate] = useLocation()
  const [busy, setBusy] = useState(false)
  const [failure, fail] = useState<Rejection | 'unreachable' | null>(isWrong ? { code: 'unknown_code' } : null)
  useEffect(() => {
    // Travels and signs in meanwhile, so that the next page need not.
    void fetchAlong('phone', 'rejections')
    import('../live/page-client.ts').then(
      ({ pageClient }) => pageClient().identity.start(),
      () => undefined,
    )
  }, [])

  const join = useCallback(
    async (code: string) => {
      setBusy(true)
      // The page behind the door travels while the code is looked up.
      preloadPage('/s/')
      try {
        await lookUp(code)
        navigate(`/s/${code}`)
      } catch (error) {
        fail(rejectionOf(error) ?? 'unreachable')
        setBusy(false)
      }
    },
    [navigate],
  )
  useEffect(() => {
    if (!isWrong && initial.length === codeLength) void join(initial)
  }, [initial, isWrong, join])

  return (
    <StartPage
      initial={initial}
      onJoin={join}
      busy={busy}
      problem={failure === 'unreachable' ? `${t('cannotReach')} ${t('cannotReachHint')}` : refused(failure)}
      onEdit={() => fail(null)}
    />
  )
}
