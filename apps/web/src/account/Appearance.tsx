import { type Language, languageNames, languages } from '../i18n/language.ts'
import { useLanguage } from '../i18n/use-language.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { trpc } from '../trpc.ts'
import { Segmented } from '../ui/Segmented.tsx'
import { ThemeChoice } from '../ui/ThemeChoice.tsx'

/** Language and look of this browser; mails speak the language, too. */
export function Appearance() {
  const { t } = useTranslation()
  const [language, speak] = useLanguage()
  // The page speaks it in any case; the account follows when it can.
  const { mutate } = trpc.account.update.useMutation()
  const choose = (next: Language) => {
    speak(next)
    mutate({ language: next })
  }
  const choices = languages.map((value) => ({ value, label: languageNames[value] }))
  return (
    <div className="flex flex-wrap gap-x-12 gap-y-6">
      <Segmented label={t('language')} choices={choices} value={language} onChange={choose} />
      <ThemeChoice />
    </div>
  )
}
