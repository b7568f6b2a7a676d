import { seededRandom } from '@humuus/workshop-engine/testing'

/** What goes wrong for one person. The same seed and number give the same mishaps. */
export interface Mishaps {
  /** Joins when the workshop is at this step, from 1; `0`: in the lobby. */
  readonly arrivesAtStep: number
  /** Ms between looks at the phone. */
  readonly looksEveryMs: number
  /** Asked after each wish was put on the wire: cut the connection before it is answered? */
  dropsAfterSending(): boolean
  /** Asked at each look: does the phone sleep for a moment? */
  dropsWhileWaiting(): boolean
  /** Asked after each answered wish: is an earlier one sent again, as from a phone that lost the answer? */
  repeatsEarlier(): boolean
}

const shares = { late: 0.15, dropAfterSending: 0.08, dropWhileWaiting: 0.002, repeat: 0.1 } as const

/** The latest step at which somebody still arrives. */
const latestArrival = 3

export function mishapsOf(seed: number, person: number): Mishaps {
  const random = seededRandom(`${seed} mishaps ${person}`)
  const isLate = random.next() < shares.late
  return {
    arrivesAtStep: isLate ? 1 + random.below(latestArrival) : 0,
    looksEveryMs: 60 + random.below(80),
    dropsAfterSending: () => random.next() < shares.dropAfterSending,
    dropsWhileWaiting: () => random.next() < shares.dropWhileWaiting,
    repeatsEarlier: () => random.next() < shares.repeat,
  }
}
