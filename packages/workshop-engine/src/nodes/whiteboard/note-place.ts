import { boardSize } from './schema.ts'

/** Middle of a note, in units of the board from its upper left corner. */
export interface NotePlace {
  readonly x: number
  readonly y: number
}

/** Notes keep so far away from the edges that they are seen whole. */
const margin = 100

// Steps of the plastic number: however many there are, each falls into the largest gap (after Martin Roberts' R2 sequence).
const plastic = 1.324717957244746

/** Where the `count`-th note of a board goes, from 0, if nobody says where. */
export function freePlace(count: number): NotePlace {
  const at = (step: number): number => Math.round(margin + ((0.5 + count * step) % 1) * (boardSize - 2 * margin))
  return { x: at(1 / plastic), y: at(1 / plastic ** 2) }
}
