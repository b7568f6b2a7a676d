import { randomUUID } from 'node:crypto'
import type { ProgramStore } from '@humuus/db'

/** A server that did not say for so long that it lives is dead, in ms. */
const deadAfterMs = 6_000

/** Where servers say that they live. */
export type Roll = Pick<ProgramStore, 'beat' | 'alive'>

/** Servers that run on the same database, this one among them: each says so whenever `beat` is called. */
export class Neighbours {
  readonly id = randomUUID()
  readonly #store: Roll
  readonly #report: () => object
  /** Beats in a row that got through since, in ms of a clock that does not jump; `null`: the last one did not. */
  #steadySince: number | null = null

  /** `report`: a few numbers that go along, for operators. */
  constructor(store: Roll, report: () => object = () => ({})) {
    this.#store = store
    this.#report = report
  }

  /**
   * Says that this server lives, and resolves to all that do. `null` while that cannot be known: whoever could not reach the
   * database itself a moment ago has no business declaring others dead.
   */
  async beat(now: number): Promise<ReadonlySet<string> | null> {
    try {
      await this.#store.beat(this.id, this.#report())
      const alive = await this.#store.alive(deadAfterMs)
      this.#steadySince ??= now
      return now - this.#steadySince >= deadAfterMs ? alive : null
    } catch (error) {
      this.#steadySince = null
      throw error
    }
  }
}
