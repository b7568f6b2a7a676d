import fc from 'fast-check'

/** Something typed: plain, empty, other scripts, emoji, halves of characters, keys that objects know. */
export const typed: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.string({ maxLength: 12 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
  { weight: 1, arbitrary: fc.array(fc.nat(0xffff), { maxLength: 6 }).map((units) => String.fromCharCode(...units)) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('', ' ', '__proto__', 'constructor', '\u202eabc', 'a\u0000b', '\ud83d', 'Kim'),
  },
)

/** A text that a file may hold: not empty, nothing to trim. */
export const words: fc.Arbitrary<string> = fc
  .string({ minLength: 1, maxLength: 20 })
  .map((text) => text.trim())
  .filter((text) => text !== '')
