import { expect, test } from 'vitest'
import { cleanName, maxNameLength, nameKey } from './name.ts'

const accepted = [
  ['N-1 stays as it is', 'Ann', 'Ann'],
  ['N-1 trimmed', '  Ann\n', 'Ann'],
  ['N-1 without a byte order mark', '\ufeffAnn', 'Ann'],
  ['N-1 single spaces, of whatever width', 'Ann \u00a0\u2003 B', 'Ann B'],
  ['N-1 composed', 'Zoe\u0308', 'Zo\u00eb'],
  ['N-1 an emoji of several parts', '👩\u200d💻', '👩\u200d💻'],
  [
    'N-1 a flag made of tags',
    '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
    '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
  ],
  ['N-1 a script that needs a joiner', 'می\u200cخواهم', 'می\u200cخواهم'],
  ['N-1 figures', '007', '007'],
  ['N-1 a character newer than this software', '\u0378', '\u0378'],
  ['N-3 just short enough, counted in characters', '😀'.repeat(maxNameLength), '😀'.repeat(maxNameLength)],
] as const

test.each(accepted)('%s: %j', (_, typed, name) => {
  expect(cleanName(typed)).toEqual({ ok: true, name })
})

const refused = [
  ['N-2 nothing', '', 'name_empty'],
  ['N-2 only spaces', ' \u00a0\t', 'name_empty'],
  ['N-3 one character too long', '😀'.repeat(maxNameLength + 1), 'name_too_long'],
  ['N-4 a control character', 'a\u0000b', 'name_characters'],
  ['N-4 a line break', 'a\nb', 'name_characters'],
  ['N-4 a line separator', 'a\u2028b', 'name_characters'],
  ['N-4 text turned around', 'a\u202eb', 'name_characters'],
  ['N-4 an isolated direction', 'a\u2066b', 'name_characters'],
  ['N-4 a zero-width space', 'a\u200bb', 'name_characters'],
  ['N-4 a soft hyphen', 'a\u00adb', 'name_characters'],
  ['N-4 half a character', 'a\ud83d', 'name_characters'],
  ['N-4 a character for private use', '\ue000', 'name_characters'],
  ['N-4 no character at all', '\uffff', 'name_characters'],
  ['N-4 a filler that shows nothing', '\u3164', 'name_characters'],
  ['N-4 Braille blanks', '\u2800\u2800', 'name_characters'],
  ['N-4 accents on nothing', '\u0301', 'name_characters'],
  ['N-4 joiners alone', '\u200d\u200d', 'name_characters'],
] as const

test.each(refused)('%s: %j', (_, typed, code) => {
  expect(cleanName(typed)).toMatchObject({ ok: false, rejection: { code } })
})

test('N-3 a refusal for length says what is allowed', () => {
  expect(cleanName('x'.repeat(41))).toMatchObject({ rejection: { params: { max: 40 } } })
})

test('N-5 names are compared without case, width and what does not show', () => {
  expect(new Set(['Kim', 'KIM', 'Ｋim', 'K\u200dim', 'Kim\ufe0f'].map(nameKey)).size).toBe(1)
  expect(nameKey('Kim')).not.toBe(nameKey('Tim'))
})
