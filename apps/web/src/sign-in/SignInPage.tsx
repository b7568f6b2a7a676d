import { useRef, useState } from 'react'
import { useSearchParams } from 'wouter'
import { forgetNames } from '../account/forget-names.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { type Device, makeDevice } from '../identity/device.ts'
import { type Choice, type Entry, type Outcome, signInByEmail } from '../identity/sign-in-by-email.ts'
import { useIdentity } from '../identity/use-identity.ts'
import { useLiveClient } from '../live/live-context.ts'
import { DeskShell } from '../ui/DeskShell.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useTitle } from '../ui/use-title.ts'
import { AlreadyHere } from './AlreadyHere.tsx'
import { EntryForm } from './EntryForm.tsx'
import { HistoryQuestion } from './HistoryQuestion.tsx'
import { OtherWays } from './OtherWays.tsx'
import { useWayOn } from './use-way-on.ts'

type Asked = Extract<Outcome, { status: 'ask' }> & { readonly entry: Entry }

/** `/sign-in`: address and password, or another provider; then on to where the person came from. */
export function SignInPage() {
  const { t } = useTranslation('signIn')
  useTitle(t('title'))
  const live = useLiveClient()
  const { me, isKept } = useIdentity()
  const [search] = useSearchParams()
  const { to } = useWayOn()
  const [busy, setBusy] = useState(false)
  const [failure, fail] = useState<unknown>(null)
  const [asked, ask] = useState<Asked | null>(null)
  // The same one for every try: an answer may get lost on its way.
  const account = useRef<Device>(null)

  const signIn = async (entry: Entry, choice: Choice) => {
    setBusy(true)
    fail(null)
    try {
      await live.identity.whenReady()
      const outcome = await signInByEmail(live, entry, choice)
      if (outcome.status === 'ask') {
        ask({ ...outcome, entry })
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
  const leaveHere = (entry: Entry) => {
    account.current ??= makeDevice()
    void signIn(entry, { leaveFor: account.current })
  }

  if (asked !== null) {
    return (
      <DeskShell title={t('askHeading')}>
        <HistoryQuestion
          workshops={asked.workshops}
          sessions={asked.sessions}
          busy={busy}
          onTakeAlong={() => void signIn(asked.entry, { takeAlong: true })}
          onLeaveHere={() => leaveHere(asked.entry)}
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
            <EntryForm
              busy={busy}
              failure={failure}
              onEdit={() => fail(null)}
              onEntry={(entry) => void signIn(entry, null)}
            />
            <OtherWays />
          </>
        )}
      </div>
    </DeskShell>
  )
}
