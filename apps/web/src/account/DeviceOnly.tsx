import { useTranslation } from '../i18n/use-translation.ts'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import { Notice } from '../ui/Notice.tsx'
import type { Profile } from './profile.ts'

/** What it means to have no account, and how to get one. */
export function DeviceOnly({ profile, isKept }: { readonly profile: Profile; readonly isKept: boolean }) {
  const { t } = useTranslation('account')
  const { pendingEmail } = profile
  return (
    <section className="mb-10 grid gap-4 rounded-one border border-line bg-raised p-6 tablet:p-8">
      <h2 className="font-display font-semibold text-title">{t('deviceOnly')}</h2>
      <p className="max-w-2xl text-soft">{t('deviceHint')}</p>
      {!isKept && <Notice tone="info">{t('notKept')}</Notice>}
      {pendingEmail !== null && <Notice tone="info">{t('waiting', { email: pendingEmail })}</Notice>}
      <p className="mt-2 flex flex-wrap gap-3">
        <ButtonLink to="/sign-in/new?to=/account" tone="primary">
          {t('createAccount')}
        </ButtonLink>
        <ButtonLink to="/sign-in?to=/account">{t('signIn')}</ButtonLink>
      </p>
    </section>
  )
}
