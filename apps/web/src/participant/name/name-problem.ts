import type { Rejection } from '@humuus/workshop-engine'

/** Longest name in characters, as people count them (code points). */
export const maxNameLength = 40

// The same rule as the engine's `cleanName`, which is not worth the engine's weight on a phone; a test holds them together.
const forbidden = /[\p{Cc}\p{Co}\p{Cs}\p{NChar}\p{Zl}\p{Zp}]|(?!\u200c|\u200d|[\u{e0020}-\u{e007f}])\p{Cf}/u
const visible = /(?![\p{DI}\u2800])[^\p{Z}\p{M}]/u
const scripts =
  'LatnHaniHiraKana LatnHaniBopo LatnHaniHang Arab Armn Beng Cyrl Deva Ethi Geor Grek Gujr Guru Hebr Khmr Knda Laoo Mlym Mymr Orya Sinh Taml Telu Thaa Thai Tibt'.split(
    ' ',
  )
const letters = (names: string): string => names.replace(/..../g, '\\p{sc=$&}')
const ways = scripts.map((names) => `[\\p{sc=Zyyy}\\p{sc=Zinh}\\p{Cn}${letters(names)}]*`)
const unmixed = new RegExp(`^(?:${ways.join('|')}|[^${letters(scripts.join(''))}]*)$`, 'u')

/** Why nobody could be called this, before the server is asked; `null` for a name it will take. */
export function nameProblem(typed: string): Rejection | null {
  const name = typed
    .normalize('NFC')
    .trim()
    .replace(/\p{Zs}+/gu, ' ')
  if (name.length === 0) return { code: 'name_empty' }
  if ([...name].length > maxNameLength) return { code: 'name_too_long', params: { max: maxNameLength } }
  if (forbidden.test(name) || !visible.test(name)) return { code: 'name_characters' }
  if (!unmixed.test(name)) return { code: 'name_mixed_scripts' }
  return null
}
