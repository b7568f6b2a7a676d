import { bare, type Moment } from './history.ts'

/** Versions between two checkpoints at first; it doubles whenever there are too many of them. */
const firstStride = 64

/** Checkpoints kept at most. States share what did not change, so that one costs little. */
const most = 256

/** States at some versions of a log, so that any other is reached by reading a few rows instead of all. */
export class Checkpoints {
  #moments: Moment[]
  #stride = firstStride

  constructor(first: Moment) {
    this.#moments = [first]
  }

  /** Told every new moment; keeps it where it is far enough from the last one. */
  pass(moment: Moment): void {
    const last = this.#moments.at(-1)
    if (last !== undefined && moment.version - last.version < this.#stride) return
    this.#moments.push(bare(moment))
    if (this.#moments.length <= most) return
    this.#moments = this.#moments.filter((_, index) => index % 2 === 0)
    this.#stride *= 2
  }

  /** The newest one that is not after this version. */
  before(version: number): Moment {
    let [found] = this.#moments as [Moment]
    for (const moment of this.#moments) if (moment.version <= version) found = moment
    return found
  }
}
