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
  ['N-8 Latin with accents and signs', 'Zoë O’Neil-Łuc 2', 'Zoë O’Neil-Łuc 2'],
  ['N-8 Cyrillic', 'Юлія 2', 'Юлія 2'],
  ['N-8 Greek', 'Νίκος', 'Νίκος'],
  ['N-8 Japanese with Latin', 'Yuki ユキちゃん雪', 'Yuki ユキちゃん雪'],
  ['N-8 Korean with Chinese and Latin', 'Kim 김金', 'Kim 김金'],
  ['N-8 Chinese with Bopomofo and Latin', 'Li ㄌ李', 'Li ㄌ李'],
  ['N-8 Arabic with its vowels and figures', 'مَريم ٢', 'مَريم ٢'],
  ['N-8 Hindi', 'आरव', 'आरव'],
  ['N-8 emoji with any script', '🎈Аня🇺🇦👩\u200d💻', '🎈Аня🇺🇦👩\u200d💻'],
  ['N-8 an emoji newer than this software', 'Ann \u{1fadd}\u{1faff}', 'Ann \u{1fadd}\u{1faff}'],
  ['N-8 a script hardly anybody writes', 'ᚠᚢᚦ', 'ᚠᚢᚦ'],
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
  ['N-8 Latin with a Cyrillic letter', 'K\u0456m', 'name_mixed_scripts'],
  ['N-8 Latin with a Greek letter', 'Ann\u03b1', 'name_mixed_scripts'],
  ['N-8 a word of each', 'Anna \u0410\u043d\u043d\u0430', 'name_mixed_scripts'],
  ['N-8 Cyrillic with Greek', '\u0410\u03b1', 'name_mixed_scripts'],
  ['N-8 Hebrew with Arabic', '\u05d0\u0627', 'name_mixed_scripts'],
  ['N-8 Korean with Japanese', '김ユ', 'name_mixed_scripts'],
  ['N-8 Cyrillic with Chinese', 'Я李', 'name_mixed_scripts'],
  ['N-8 Latin with runes', 'Kᚢ', 'name_mixed_scripts'],
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

const alike: readonly (readonly string[])[] = [
  ['Kim', 'K1m', 'Klm', 'k|m', 'KIM', 'K\u0131m'],
  ['ANNA', '\u0391\u039d\u039d\u0391'],
  ['Hope', '\u041d\u043e\u0440\u0435', 'H0pe'],
  ['Mia', 'M\u0131a', 'm1a'],
  ['TOM', '\u0422\u041e\u041c', '\u03a4\u039f\u039c', 'T0m', 'Ｔｏｍ'],
  ['É', '\u0415\u0301', '\u0388'],
  ['O’Neil', "O'Neil"],
  ['Max 10', 'Max lO'],
]

test.each(alike)('N-5 looks like %s', (...names) => {
  expect(new Set(names.map(nameKey)).size).toBe(1)
})

test.each([
  ['Kim', 'Kin'],
  ['Zoe', 'Zoë'],
  ['Kim 10', 'Kim 11'],
  ['Аня', 'Оля'],
  ['Νίκος', 'Νίκη'],
  ['김', '金'],
])('N-5 %s and %s are told apart', (one, other) => {
  expect(nameKey(one)).not.toBe(nameKey(other))
})

test('N-5 a name is itself in capitals, whatever its letters look like', () => {
  const letters = [...'абвгдежзийклмнопрстуфхцчшщъыьэюяіїјѕһүαβγδεζηθικλμνξοπρτυφχψω'].join('')
  for (const letter of letters) expect([letter, nameKey(letter.toUpperCase())]).toEqual([letter, nameKey(letter)])
})

test('N-5 numbers stay apart', () => {
  const keys = Array.from({ length: 2_000 }, (_, number) => nameKey(`Kim ${number}`))
  expect(new Set(keys).size).toBe(2_000)
})
