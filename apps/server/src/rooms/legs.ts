import type { Affected } from './history.ts'
import { Leg, type Stretch } from './leg.ts'

/** Legs that are remembered: viewers come from few different moments, because they are told together. */
const remembered = 8

/** Legs to the head of a room, each made once for all who go it. */
export class Legs {
  readonly #affectedSince: (version: number) => Affected | null
  #newest: Leg[] = []

  constructor(affectedSince: (version: number) => Affected | null) {
    this.#affectedSince = affectedSince
  }

  /** `to` is the head. */
  to({ role, from, to }: Stretch): Leg {
    for (const leg of this.#newest) if (leg.from === from && leg.to === to && leg.role === role) return leg
    const leg = new Leg({ role, from, to }, this.#affectedSince(from.version))
    this.#newest = [leg, ...this.#newest.filter((one) => one.to === to)].slice(0, remembered)
    return leg
  }
}
