type Gender = 'm' | 'f' | 'n'

/** An adjective: English, and the German stem that takes -er, -e, -es. */
export interface AdjectivePair {
  readonly en: string
  readonly de: string
}

/** Somebody from the meadow, in both languages. */
export interface NounPair {
  readonly en: string
  readonly de: string
  readonly gender: Gender
}

const adjective = (en: string, de: string): AdjectivePair => ({ en, de })
const noun = (en: string, gender: Gender, de: string): NounPair => ({ en, de, gender })

/** Kind words only: whoever keeps the suggestion shall like being called so. */
export const adjectives: readonly AdjectivePair[] = [
  adjective('Cheerful', 'Fröhlich'),
  adjective('Brave', 'Mutig'),
  adjective('Clever', 'Schlau'),
  adjective('Calm', 'Ruhig'),
  adjective('Nimble', 'Flink'),
  adjective('Curious', 'Neugierig'),
  adjective('Gentle', 'Sanft'),
  adjective('Bright', 'Hell'),
  adjective('Merry', 'Heiter'),
  adjective('Friendly', 'Freundlich'),
  adjective('Quiet', 'Leis'),
  adjective('Cosy', 'Gemütlich'),
  adjective('Golden', 'Golden'),
  adjective('Wild', 'Wild'),
  adjective('Witty', 'Pfiffig'),
  adjective('Lively', 'Munter'),
  adjective('Patient', 'Geduldig'),
  adjective('Bold', 'Kühn'),
  adjective('Wakeful', 'Wach'),
  adjective('Brisk', 'Frisch'),
  adjective('Sunny', 'Sonnig'),
  adjective('Keen', 'Eifrig'),
  adjective('Silver', 'Silbern'),
  adjective('Steady', 'Beständig'),
]

export const nouns: readonly NounPair[] = [
  noun('Fern', 'm', 'Farn'),
  noun('Clover', 'm', 'Klee'),
  noun('Maple', 'm', 'Ahorn'),
  noun('Linden', 'f', 'Linde'),
  noun('Birch', 'f', 'Birke'),
  noun('Moss', 'n', 'Moos'),
  noun('Hazel', 'f', 'Hasel'),
  noun('Poppy', 'm', 'Mohn'),
  noun('Thistle', 'f', 'Distel'),
  noun('Mint', 'f', 'Minze'),
  noun('Sage', 'm', 'Salbei'),
  noun('Acorn', 'f', 'Eichel'),
  noun('Hedgehog', 'm', 'Igel'),
  noun('Blackbird', 'f', 'Amsel'),
  noun('Bumblebee', 'f', 'Hummel'),
  noun('Fox', 'm', 'Fuchs'),
  noun('Otter', 'm', 'Otter'),
  noun('Badger', 'm', 'Dachs'),
  noun('Owl', 'f', 'Eule'),
  noun('Beetle', 'm', 'Käfer'),
  noun('Snail', 'f', 'Schnecke'),
  noun('Robin', 'n', 'Rotkehlchen'),
  noun('Squirrel', 'n', 'Eichhorn'),
  noun('Heron', 'm', 'Reiher'),
  noun('Crane', 'm', 'Kranich'),
  noun('Ladybird', 'm', 'Marienkäfer'),
  noun('Cricket', 'f', 'Grille'),
  noun('Butterfly', 'm', 'Falter'),
  noun('Pebble', 'm', 'Kiesel'),
  noun('Brook', 'm', 'Bach'),
  noun('Meadow', 'f', 'Wiese'),
  noun('Cloud', 'f', 'Wolke'),
  noun('Lark', 'f', 'Lerche'),
  noun('Magpie', 'f', 'Elster'),
  noun('Kingfisher', 'm', 'Eisvogel'),
  noun('Firefly', 'n', 'Glühwürmchen'),
  noun('Hare', 'm', 'Hase'),
  noun('Lynx', 'm', 'Luchs'),
  noun('Swallow', 'f', 'Schwalbe'),
  noun('Thrush', 'f', 'Drossel'),
]

const endings = { m: 'er', f: 'e', n: 'es' } as const satisfies Record<Gender, string>

/** "Quiet Fern" or "Leiser Farn". */
export const wordPair = (adjective: AdjectivePair, noun: NounPair, language: 'de' | 'en'): string =>
  language === 'en' ? `${adjective.en} ${noun.en}` : `${adjective.de}${endings[noun.gender]} ${noun.de}`
