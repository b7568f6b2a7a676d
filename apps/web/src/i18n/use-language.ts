import { useSyncExternalStore } from 'react'
import { chooseLanguage, onLanguage, spokenLanguage } from './i18n.ts'
import type { Language } from './language.ts'

/** The language the page speaks and how to choose another. */
export function useLanguage(): readonly [Language, (language: Language) => void] {
  return [
    useSyncExternalStore(onLanguage, spokenLanguage, spokenLanguage),
    (language) => void chooseLanguage(language),
  ] as const
}
