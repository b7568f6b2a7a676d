import type { Rejection } from '@humuus/workshop-engine'
import { Suspense, useCallback, useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { fetchAlong } from '../i18n/i18n.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { fullJitter } from '../live/backoff.ts'
import { lookUp } from '../live/page-look-up.ts'
import { rejectionOf } from '../live/rejection-of.ts'
import { preloadPage } from '../routes.tsx'
import { codeLength } from '../ui/code-in-text.ts'
import { onceDrawn } from '../ui/once-drawn.ts'
import { RejectionWords } from '../ui/RejectionWords.tsx'
import { StartPage } from './StartPage.tsx'

/** Words that may still be on their way. */
const refused = (rejection: Rejection | null) =>
  rejection === null ? undefined : (
    <Suspense>
      <RejectionWords rejection={rejection} />
    </Suspense>
  )

/** When a code is looked up again that nobody answered: a hall does not come back in one moment. */
const againAfter = fullJitter({ firstMs: 2_000, mostMs: 10_000 })

/** A code that nobody answered so many times. */
interface Unanswered {
  readonly code: string
  readonly times: number
}

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
  const [rejection, reject] = useState<Rejection | null>(isWrong ? { code: 'unknown_code' } : null)
  const [unanswered, setUnanswered] = useState<Unanswered | null>(null)
  useEffect(() => {
    // Travels and signs in meanwhile, so that the next page need not.
    void fetchAlong('phone', 'rejections')
    import('../live/page-client.ts').then(
      ({ pageClient }) => pageClient().identity.start(),
      () => undefined,
    )
  }, [])

  /** Whoever edits it wants to hear no more of the one before. */
  const wanted = useRef<string | null>(null)
  const ask = useCallback(
    async (code: string, times: number) => {
      // The page behind the door travels while the code is looked up, once the last digit is drawn.
      onceDrawn(() => void preloadPage('/s/'))
      try {
        await lookUp(code)
        if (wanted.current === code) navigate(`/s/${code}`)
      } catch (error) {
        if (wanted.current !== code) return
        const why = rejectionOf(error)
        reject(why)
        setUnanswered(why === null ? { code, times } : null)
        setBusy(false)
      }
    },
    [navigate],
  )
  const join = useCallback(
    (code: string) => {
      wanted.current = code
      setBusy(true)
      return ask(code, 0)
    },
    [ask],
  )
  useEffect(() => {
    if (unanswered === null) return
    const { code, times } = unanswered
    const timer = setTimeout(() => void ask(code, times + 1), againAfter(times))
    return () => clearTimeout(timer)
  }, [unanswered, ask])
  useEffect(() => {
    if (!isWrong && initial.length === codeLength) void join(initial)
  }, [initial, isWrong, join])

  return (
    <StartPage
      initial={initial}
      onJoin={join}
      busy={busy}
      problem={unanswered === null ? refused(rejection) : `${t('cannotReach')} ${t('cannotReachHint')}`}
      onEdit={() => {
        wanted.current = null
        setBusy(false)
        reject(null)
        setUnanswered(null)
      }}
    />
  )
}
