import { useMemo, useSyncExternalStore } from 'react'
import { fetchTexts, hasTexts, onLanguage, say, spokenLanguage } from './i18n.ts'
import type { Language } from './language.ts'
import type { Params, TextKey } from './text-key.ts'
import type { Area } from './texts.ts'

/** Says a text in the reader's language; an unknown key or a blank that is left empty does not compile. */
export type Translate<First extends Area, All extends Area = First> = <Key extends TextKey<First, All>>(
  key: Key,
  ...params: Params<First, Key>
) => string

/**
 * The texts of one area (`t('key')`) or of several (`t('key')` of the first, `t('area:key')` of all), in the language the page
 * speaks. Suspends until they are there.
 */
export function useTranslation<const First extends Area = 'common', const Rest extends Area = never>(
  areas?: First | readonly [First, ...Rest[]],
): { readonly t: Translate<First, First | Rest>; readonly i18n: { readonly language: Language } } {
  const language = useSyncExternalStore(onLanguage, spokenLanguage, spokenLanguage)
  const needed: readonly Area[] = typeof areas === 'object' ? areas : [areas ?? 'common']
  // Thrown, not `use`d: the retry finds the texts and would skip `use`, which React takes for a change in the order of hooks.
  if (!needed.every((area) => hasTexts(language, area))) throw fetchTexts(language, needed)
  const [first = 'common'] = needed
  return useMemo(
    () => ({
      t: (key: string, params?: Readonly<Record<string, string | number>>) =>
        say(key.includes(':') ? key : `${first}:${key}`, params),
      i18n: { language },
    }),
    [first, language],
  )
}
