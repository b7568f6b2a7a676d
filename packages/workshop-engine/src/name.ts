import { type Refused, reject } from './rejection.ts'

/** Longest name of a person, in characters as people count them (code points). */
export const maxNameLength = 40

// Control, format (bidi overrides, zero-width), private-use and unassigned characters; the joiner stays, emoji need it.
const forbidden = /[\p{Cc}\p{Co}\p{Cn}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069\u200b\u200e\u200f\ufeff]/u

/** A name as it is shown: composed (NFC), trimmed, single spaces. Refused when empty, too long or with characters nobody can see. */
export function cleanName(raw: string): { ok: true; name: string } | Refused {
  const name = raw.normalize('NFC').trim().replace(/ +/g, ' ')
  if (name.length === 0) return reject('name_empty')
  if ([...name].length > maxNameLength) return reject('name_too_long', { max: maxNameLength })
  if (forbidden.test(name) || !/[\p{L}\p{N}\p{S}\p{P}]/u.test(name)) return reject('name_characters')
  return { ok: true, name }
}

/** What two names are compared by: case and compatibility forms do not make a different person. */
export const nameKey = (name: string): string => name.normalize('NFKC').toLowerCase()
