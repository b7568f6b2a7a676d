/** The languages the product speaks, each under its own name. */
export const languageNames = { de: 'Deutsch', en: 'English' } as const

export type Language = keyof typeof languageNames

export const languages: readonly Language[] = ['de', 'en']

/** The language a BCP 47 tag asks for ("de-AT" → de), if we speak it. */
export function languageOf(tag: string | null | undefined): Language | undefined {
  const primary = tag?.slice(0, 2).toLowerCase()
  return languages.find((language) => language === primary)
}

/** The first of the wishes that we speak; English when none is. */
export function preferredLanguage(wishes: readonly (string | null)[]): Language {
  return wishes.map(languageOf).find((language) => language !== undefined) ?? 'en'
}
