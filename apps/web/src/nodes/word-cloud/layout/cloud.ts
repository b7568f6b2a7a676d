import type { Area, Point } from './spiral.ts'

/** A word with the room that it takes at scale 1, in any unit. */
export interface WordBox {
  readonly word: string
  /** As it is written. */
  readonly text: string
  readonly count: number
  readonly width: number
  readonly height: number
}

/** A word at its place, by its middle. */
export type PlacedBox = WordBox & Point

/** What the cloud looks like: where the middle of each word is, and the one scale of all. */
export interface Cloud {
  readonly places: ReadonlyMap<string, Point>
  readonly scale: number
}

export interface Room extends Area {
  /** Largest scale: a few words shall speak, not shout. */
  readonly most: number
  /** Smallest scale: below it a word cannot be read, and is left out rather than made smaller. */
  readonly least: number
  /** Where words may be put, the best places first. */
  readonly spots: readonly Point[]
}
