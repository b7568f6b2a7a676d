import { useTranslation } from 'react-i18next'
import { chooseLanguage } from './i18n.ts'
import { type Language, preferredLanguage } from './language.ts'

/** The language the page speaks and how to choose another. */
export function useLanguage(): readonly [Language, (language: Language) => void] {
  const { i18n } = useTranslation()
  return [preferredLanguage([i18n.language]), (language) => void chooseLanguage(language)] as const
}
