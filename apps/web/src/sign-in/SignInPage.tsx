import { useRef, useState } from 'react'
import { useSearchParams } from 'wouter'
import { forgetNames } from '../account/forget-names.ts'
import { useKeyInAddress } from '../account/use-key-in-address.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { type Device, makeDevice } from '../identity/device.ts'
import { type Choice, type Entry, type Outcome, signInByEmail } from '../identity/sign-in-by-email.ts'
import { signInByProvider } from '../identity/sign-in-by-provider.ts'
import { useIdentity } from '../identity/use-identity.ts'
import { useLiveClient } from '../live/live-context.ts'
import { DeskShell } from '../ui/DeskShell.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useTitle } from '../ui/use-title.ts'
import { AlreadyHere } from './AlreadyHere.tsx'
import { EntryForm } from './EntryForm.tsx'
import { HistoryQuestion } from './HistoryQuestion.tsx'
import { OtherWays } from './OtherWays.tsx'
import { askedByProvider, troubleOfProvider } from './provider-words.ts'
import { useWayOn } from './use-way-on.ts'

/** What the device has done so far, and how the answer about it gets to the server. */
interface Question {
  readonly workshops: number
  readonly sessions: number
  readonly answer: (choice: NonNullable<Choice>) => Promise<Outcome>
}

/** `/sign-in`: address and password, or another provider; then on to where the person came from. */
export function SignInPage() {
  const { t } = useTranslation('signIn')
  useTitle(t('title'))
  const live = useLiveClient()
  const { me, isKept } = useIdentity()
  const [search] = useSearchParams()
  const key = useKeyInAddress()
  const { to } = useWayOn()
  const [busy, setBusy] = useState(false)
  const [failure, fail] = useState<unknown>(() => troubleOfProvider(search))
  const [question, ask] = useState<Question | null>(() => {
    const asked = key === null ? null : askedByProvider(search)
    if (asked === null || key === null) return null
    const answer = async (choice: NonNullable<Choice>): Promise<Outcome> => {
      await signInByProvider(live, key, choice)
      return { status: 'signed_in' }
    }
    return { ...asked, answer }
  })
  // The same one for every try: an answer may get lost on its way.
  const account = useRef<Device>(null)

  const signIn = async (tried: Promise<Outcome>, again: Question['answer']) => {
    setBusy(true)
    fail(null)
    try {
      const outcome = await tried
      if (outcome.status === 'ask') {
        ask({ ...outcome, answer: again })
        setBusy(false)
        return
      }
      forgetNames()
      // The whole page anew: nothing of the former person stays in its memory.
      location.replace(to)
    } catch (error) {
      fail(error)
      ask(null)
      setBusy(false)
    }
  }
  const enter = (entry: Entry) => {
    const by = async (choice: Choice) => {
      await live.identity.whenReady()
      return signInByEmail(live, entry, choice)
    }
    void signIn(by(null), by)
  }

  if (question !== null) {
    const { workshops, sessions, answer } = question
    const choose = (choice: NonNullable<Choice>) => void signIn(answer(choice), answer)
    return (
      <DeskShell title={t('askHeading')}>
        <HistoryQuestion
          workshops={workshops}
          sessions={sessions}
          busy={busy}
          onTakeAlong={() => choose({ takeAlong: true })}
          onLeaveHere={() => {
            account.current ??= makeDevice()
            choose({ leaveFor: account.current })
          }}
          onCancel={() => ask(null)}
        />
      </DeskShell>
    )
  }
  return (
    <DeskShell title={t('title')} intro={t('intro')}>
      <div className="grid max-w-md gap-6">
        {search.has('ended') && <Notice tone="info">{t('ended')}</Notice>}
        {!isKept && <Notice tone="refused">{t('notKept')}</Notice>}
        {me?.isRegistered && !busy ? (
          <AlreadyHere me={me} to={to} />
        ) : (
          <>
            <EntryForm busy={busy} failure={failure} onEdit={() => fail(null)} onEntry={enter} />
            <OtherWays />
          </>
        )}
      </div>
    </DeskShell>
  )
}
