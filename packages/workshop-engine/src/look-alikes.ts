/**
 * What looks like a Latin letter or a sign of Latin names, small letters only: Cyrillic first, then Greek, then others. After the
 * confusables of Unicode UTS #39 (section 4), cut down to the letters and figures that names are written with. Where capital
 * and small letter look like two different ones (Cyrillic В в, Greek Η η), the capital counts, because a whole name may be
 * written in capitals. `i` and `l` are one: they meet in the capital I.
 */
const lookAlikes = {
  a: 'аαɑ',
  b: 'вьβ',
  c: 'с',
  d: 'ԁ',
  e: 'еε',
  g: 'ɡ',
  h: 'нһη',
  j: 'ј',
  k: 'кκ',
  l: 'іӏιiıɩ1|',
  m: 'мμ',
  n: 'ν',
  o: 'оο0',
  p: 'рρ',
  q: 'ԛ',
  r: 'г',
  s: 'ѕ',
  t: 'тτ',
  v: 'ѵ',
  w: 'ԝ',
  x: 'хχ',
  y: 'уүυ',
  z: 'ζ',
  '3': 'з',
  "'": '’‘ʼ`',
  '-': '‐–',
} as const

const latin = new Map(
  Object.entries(lookAlikes).flatMap(([letter, others]) => [...others].map((other) => [other, letter] as const)),
)

/** Small letters and signs as they look; accents count. */
export const asItLooks = (small: string): string => [...small].map((one) => latin.get(one) ?? one).join('')
