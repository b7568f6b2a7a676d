import { Map as PersistentMap } from 'immutable'
import type { ParticipantId } from '../node-type.ts'

/** One choice per person with the count per option kept beside it: a vote costs O(log n), whoever looks pays O(options). */
export interface Tally {
  readonly answers: PersistentMap<ParticipantId, TalliedAnswer>
  readonly counts: readonly number[]
}

export interface TalliedAnswer {
  /** Indices of options, ascending. */
  readonly choice: readonly number[]
  /** Ms from when answering began. */
  readonly elapsed: number
}

export const emptyTally = (options: number): Tally => ({
  answers: PersistentMap(),
  counts: Array<number>(options).fill(0),
})

/** Takes an answer; an earlier one of the same person no longer counts. */
export function tallied(tally: Tally, id: ParticipantId, answer: TalliedAnswer): Tally {
  const before = tally.answers.get(id)?.choice ?? []
  const counts = tally.counts.map(
    (count, index) => count - Number(before.includes(index)) + Number(answer.choice.includes(index)),
  )
  return { answers: tally.answers.set(id, answer), counts }
}

/** The indices without repetition, in ascending order. */
export const normalChoice = (choice: readonly number[]): readonly number[] => [...new Set(choice)].sort((a, b) => a - b)

export const sameChoice = (a: readonly number[] | undefined, b: readonly number[]): boolean =>
  a !== undefined && a.length === b.length && a.every((index, position) => index === b[position])
