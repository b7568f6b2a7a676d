import i18next, { type BackendModule } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { store, stored } from '../ui/stored.ts'
import { type Language, languageOf, languages, preferredLanguage } from './language.ts'
import { loadTexts } from './load-texts.ts'

// first-paint.js reads the same key to set <html lang> before anything is drawn.
const key = 'humuus.language'

const backend: BackendModule = {
  type: 'backend',
  init: () => {},
  read: (tag, area) => loadTexts(languageOf(tag) ?? 'en', area),
}

const spoken = (language: string) => {
  document.documentElement.lang = language
}

/** Fetches the texts a phone needs in the reader's language; everything else is fetched by the page that says it. */
export async function startI18n(): Promise<void> {
  i18next.on('languageChanged', spoken)
  await i18next
    .use(backend)
    .use(initReactI18next)
    .init({
      lng: preferredLanguage([stored(key), ...navigator.languages]),
      supportedLngs: [...languages],
      // No fallback: both languages are complete (it is a type error otherwise), so a second one is never fetched.
      fallbackLng: false,
      ns: ['common', 'join', 'phone', 'errors', 'rejections'],
      defaultNS: 'common',
      interpolation: { escapeValue: false },
    })
}

/** Speaks this language on this page without remembering it: a screen speaks its workshop's. */
export const speak = (language: Language): Promise<unknown> => i18next.changeLanguage(language)

/** Speaks this language from now on and remembers the choice. */
export async function chooseLanguage(language: Language): Promise<void> {
  store(key, language)
  await i18next.changeLanguage(language)
}
