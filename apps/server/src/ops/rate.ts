/** How fast a count grows, over the last seconds as far as it was asked in them. */
export class Rate {
  readonly #overMs: number
  readonly #now: () => number
  #looks: { readonly at: number; readonly count: number }[] = []

  constructor(overMs: number, now: () => number = () => performance.now()) {
    this.#overMs = overMs
    this.#now = now
  }

  /** `count`: how far it has come. */
  perSecond(count: number): number {
    const at = this.#now()
    this.#looks.push({ at, count })
    // One from before stays: a rate needs two looks.
    while (this.#looks.length > 2 && (this.#looks[1]?.at ?? at) <= at - this.#overMs) this.#looks.shift()
    const [first] = this.#looks
    if (first === undefined || first.at === at) return 0
    return ((count - first.count) * 1_000) / (at - first.at)
  }
}
