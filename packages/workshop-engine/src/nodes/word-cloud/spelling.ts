import { cleanText } from '../clean-text.ts'

/** What stands around a word and is no part of it. `#`, `+` and `@` are: C# and C++ are words. */
const around = String.raw`[\s\p{Pi}\p{Pf}\p{Ps}\p{Pe}\p{Pd}.,;:!?…"'¡¿·•、。，．；：！？]`
const edges = new RegExp(`^${around}+|${around}+$`, 'gu')

/** Something one can see. */
const visible = /(?![\p{DI}\u2800])[^\p{Z}\p{M}]/u

/**
 * A word as it is shown: in one line, composed (NFC), without punctuation around it and without what turns text around. Signs
 * alone stay as they are; empty where there is nothing to see.
 */
export function spelled(raw: string): string {
  const line = oneLine(cleanText(raw.replace(/\p{Bidi_C}/gu, ''))).normalize('NFC')
  if (!visible.test(line)) return ''
  const bare = line.replace(edges, '')
  return visible.test(bare) ? bare : line
}

/**
 * What all spellings of a word have in common: case, compatibility forms and what does not show make no difference, in no language.
 * After the case folding of Unicode, which JavaScript does not have: ß is ss, both small sigmas are one, and the İ is an i.
 */
export function wordOf(spelling: string): string {
  const small = spelling
    .normalize('NFKC')
    .replace(/\p{DI}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('ς', 'σ')
    .replaceAll('i\u0307', 'i')
  return oneLine(small).normalize('NFKC')
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()
