import { useTranslation } from '../i18n/use-translation.ts'
import { useIdentity } from '../identity/use-identity.ts'
import { DeskShell } from '../ui/DeskShell.tsx'
import { LanguageChoice } from '../ui/LanguageChoice.tsx'
import { Notice } from '../ui/Notice.tsx'
import { ThemeChoice } from '../ui/ThemeChoice.tsx'
import { useTitle } from '../ui/use-title.ts'
import { SignOut } from './SignOut.tsx'

/** `/account`: language and appearance of this browser, and how to leave it. */
export default function AccountPage() {
  const { t } = useTranslation('account')
  useTitle(t('title'))
  const { isKept } = useIdentity()
  return (
    <DeskShell title={t('title')} intro={t('intro')}>
      <div className="grid max-w-xl gap-8">
        <LanguageChoice />
        <ThemeChoice />
        <section className="grid gap-3 border-line border-t pt-8">
          <h2 className="font-display font-semibold text-lead">{t('device')}</h2>
          <p className="text-soft">{t('deviceHint')}</p>
          {isKept ? <SignOut /> : <Notice tone="info">{t('notKept')}</Notice>}
        </section>
      </div>
    </DeskShell>
  )
}
