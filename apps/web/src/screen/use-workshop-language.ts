import { useEffect } from 'react'
import { speak } from '../i18n/i18n.ts'

/** The hall reads the language the workshop was written in, whatever the browser behind the projector speaks. */
export function useWorkshopLanguage(language: 'de' | 'en' | null): void {
  useEffect(() => {
    if (language !== null) void speak(language)
  }, [language])
}
