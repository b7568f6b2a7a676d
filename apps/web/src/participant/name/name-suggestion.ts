import type { Language } from '../../i18n/language.ts'
import { adjectives, nouns, wordPair } from './name-words.ts'

/** How many different names there are to suggest. */
export const suggestions = adjectives.length * nouns.length

// Prime to the number of names, so that all come before one comes again; both words change with each stride.
const stride = 389

/**
 * A friendly name for a device: always the same for the same `device` and `nth` (0 is the first offer), whatever the
 * language says it in. No name comes twice before all were offered.
 */
export function suggestedName(device: string, nth: number, language: Language): string {
  const place = (hash(device) + nth * stride) % suggestions
  const adjective = adjectives[place % adjectives.length]
  const noun = nouns[Math.floor(place / adjectives.length)]
  if (adjective === undefined || noun === undefined) throw new Error('every place has its two words')
  return wordPair(adjective, noun, language)
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193)
  return value >>> 0
}
