/**
 * Scripts that are written together, then those in everyday use that stand alone (Unicode UAX #31, table 5), by their
 * four-letter names. All others, which hardly anybody writes today, count as one.
 */
const scripts =
  'LatnHaniHiraKana LatnHaniBopo LatnHaniHang Arab Armn Beng Cyrl Deva Ethi Geor Grek Gujr Guru Hebr Khmr Knda Laoo Mlym Mymr Orya Sinh Taml Telu Thaa Thai Tibt'.split(
    ' ',
  )

const letters = (names: string): string => names.replace(/..../g, '\\p{sc=$&}')

// What all scripts share goes with every one (signs, figures, accents, emoji), and so does what Unicode has not given out yet.
const ways = [
  ...scripts.map((names) => `[\\p{sc=Zyyy}\\p{sc=Zinh}\\p{Cn}${letters(names)}]*`),
  `[^${letters(scripts.join(''))}]*`,
]

const unmixed = new RegExp(`^(?:${ways.join('|')})$`, 'u')

/**
 * Whether letters stand together that no language mixes, as in a "Kіm" with a Cyrillic і: what is not "highly restrictive" by
 * Unicode UTS #39, section 5.2.
 */
export const mixesScripts = (name: string): boolean => !unmixed.test(name)
