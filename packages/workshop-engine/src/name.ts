import { asItLooks } from './look-alikes.ts'
import { mixesScripts } from './mixed-scripts.ts'
import { type Refused, reject } from './rejection.ts'

/** Longest name of a person, in characters as people count them (code points). */
export const maxNameLength = 40

// Characters that steer text or belong to nobody. Joiners and tags stay: emoji and several scripts need them.
const forbidden = /[\p{Cc}\p{Co}\p{Cs}\p{NChar}\p{Zl}\p{Zp}]|(?!\u200c|\u200d|[\u{e0020}-\u{e007f}])\p{Cf}/u

// Something one can see; the Braille blank and the Hangul fillers pass for letters, and show nothing.
const visible = /(?![\p{DI}\u2800])[^\p{Z}\p{M}]/u

/** A name as it is shown: composed (NFC), trimmed, single spaces. Refused when empty, too long, with characters nobody can see, or mixed from scripts. */
export function cleanName(raw: string): { ok: true; name: string } | Refused {
  const name = raw
    .normalize('NFC')
    .trim()
    .replace(/\p{Zs}+/gu, ' ')
  if (name.length === 0) return reject('name_empty')
  if ([...name].length > maxNameLength) return reject('name_too_long', { max: maxNameLength })
  if (forbidden.test(name) || !visible.test(name)) return reject('name_characters')
  if (mixesScripts(name)) return reject('name_mixed_scripts')
  return { ok: true, name }
}

/**
 * What two names are compared by: case, compatibility forms, letters that look the same and what does not show make no
 * different person. Taken apart (NFKD), so that an accent makes the same difference on every letter that looks like another.
 */
export const nameKey = (name: string): string =>
  asItLooks(
    name
      .normalize('NFKD')
      .replace(/\p{DI}/gu, '')
      .toLowerCase(),
  )
