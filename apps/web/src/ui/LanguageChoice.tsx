import { languageNames, languages } from '../i18n/language.ts'
import { useLanguage } from '../i18n/use-language.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { Segmented } from './Segmented.tsx'

/** Deutsch or English, each under its own name. */
export function LanguageChoice({ quiet = false }: { readonly quiet?: boolean }) {
  const { t } = useTranslation()
  const [language, choose] = useLanguage()
  const choices = languages.map((value) => ({ value, label: languageNames[value] }))
  return <Segmented label={t('language')} quiet={quiet} choices={choices} value={language} onChange={choose} />
}
