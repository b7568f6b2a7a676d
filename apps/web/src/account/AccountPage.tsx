import { useTranslation } from 'react-i18next'
import { DeskShell } from '../ui/DeskShell.tsx'
import { LanguageChoice } from '../ui/LanguageChoice.tsx'
import { ThemeChoice } from '../ui/ThemeChoice.tsx'
import { useTitle } from '../ui/use-title.ts'

/** `/account`: language and appearance of this browser. */
export default function AccountPage() {
  const { t } = useTranslation('account')
  useTitle(t('title'))
  return (
    <DeskShell title={t('title')} intro={t('intro')}>
      <div className="grid max-w-xl gap-8">
        <LanguageChoice />
        <ThemeChoice />
      </div>
    </DeskShell>
  )
}
