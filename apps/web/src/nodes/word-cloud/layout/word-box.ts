import type { Room, WordBox } from './cloud.ts'
import type { Ink } from './letters.ts'
import type { Area } from './spiral.ts'
import { wordSize } from './word-size.ts'

/** Air around a word, in parts of its size. */
const air = { across: 0.26, down: 0.16 } as const

/** A word of the view. */
export interface ShownWord {
  readonly text: string
  readonly count: number
}

/** The room that a word takes at scale 1, which is the font size of a word that one person gave. */
export function boxOf(word: string, { text, count }: ShownWord, inkOf: (text: string) => Ink): WordBox {
  const { width, height } = inkOf(text)
  const size = wordSize(count)
  return { word, text, count, width: size * (width + air.across), height: size * (height + air.down) }
}

/** How high the letters of a word that one person gave are at most, in parts of the cloud's height. */
const largest = 0.3

/** An area for these words, in px; the smallest of them is written no smaller than `readable`. */
export function roomFor(area: Area, spots: Room['spots'], words: readonly ShownWord[], readable: number): Room {
  const smallest = wordSize(words.reduce((least, { count }) => Math.min(least, count), Number.POSITIVE_INFINITY))
  const least = readable / smallest
  return { ...area, least, most: Math.max(least, largest * area.height), spots }
}
