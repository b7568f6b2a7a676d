import { Settings2 } from 'lucide-react'
import { useTranslation } from '../i18n/use-translation.ts'
import { useIdentity } from '../identity/use-identity.ts'
import { trpc } from '../trpc.ts'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import { DeskShell } from '../ui/DeskShell.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { Section } from '../ui/Section.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { useTitle } from '../ui/use-title.ts'
import { AddressSection } from './AddressSection.tsx'
import { Appearance } from './Appearance.tsx'
import { DeviceOnly } from './DeviceOnly.tsx'
import { Devices } from './Devices.tsx'
import { ExportData } from './ExportData.tsx'
import { useFailureWords } from './failure-words.ts'
import { NameForm } from './NameForm.tsx'
import { PasswordSection } from './PasswordSection.tsx'
import { PictureChoice } from './PictureChoice.tsx'
import type { Profile } from './profile.ts'
import { RemoveAccount } from './RemoveAccount.tsx'
import { SignOut } from './SignOut.tsx'

/** `/account`: who one is here, on which devices, and how to take it along or leave. */
export function AccountPage() {
  const { t } = useTranslation('account')
  useTitle(t('title'))
  const words = useFailureWords()
  const { userId, isKept } = useIdentity()
  const { data: profile, ...asked } = trpc.account.get.useQuery(undefined, { enabled: userId !== null })
  return (
    <DeskShell
      title={t('title')}
      intro={t('intro')}
      action={
        profile?.isAdmin && (
          <ButtonLink to="/admin" icon={<Settings2 aria-hidden="true" className="size-5" />}>
            {t('toAdmin')}
          </ButtonLink>
        )
      }
    >
      {profile === undefined &&
        (asked.isError ? <Broken words={words(asked.error)} onRetry={asked.refetch} /> : <Waiting />)}
      {profile !== undefined && !profile.isRegistered && <DeviceOnly profile={profile} isKept={isKept} />}
      {profile !== undefined && <You profile={profile} />}
      <Section title={t('appearance')}>
        <Appearance />
      </Section>
      {profile !== undefined && <Rest profile={profile} isKept={isKept} />}
    </DeskShell>
  )
}

function You({ profile }: { readonly profile: Profile }) {
  const { t } = useTranslation('account')
  return (
    <Section title={t('profile')}>
      <div className="grid gap-8">
        <PictureChoice profile={profile} />
        <NameForm profile={profile} />
      </div>
    </Section>
  )
}

function Rest({ profile, isKept }: { readonly profile: Profile; readonly isKept: boolean }) {
  const { t } = useTranslation('account')
  return (
    <>
      {profile.isRegistered && <AddressSection profile={profile} />}
      {profile.hasPassword && profile.isRegistered && <PasswordSection />}
      {profile.isRegistered && <Devices />}
      <Section title={t('data')} hint={t('exportHint')}>
        <ExportData />
      </Section>
      {isKept && (
        <Section title={t('signOut')} hint={profile.isRegistered ? t('signOutHint') : undefined}>
          <SignOut />
        </Section>
      )}
      <Section title={t('remove')} hint={t('removeHint')}>
        <RemoveAccount hasPassword={profile.hasPassword} />
      </Section>
    </>
  )
}

function Waiting() {
  const { t } = useTranslation('account')
  return (
    <div aria-busy="true" className="grid gap-6 pb-10">
      <p className="sr-only">{t('loading')}</p>
      <Skeleton className="h-24 w-full" />
      <Skeleton className="h-24 w-full" />
    </div>
  )
}

function Broken({ words, onRetry }: { readonly words: string; readonly onRetry: () => Promise<unknown> }) {
  return <ErrorState title={words} onRetry={() => void onRetry()} />
}
