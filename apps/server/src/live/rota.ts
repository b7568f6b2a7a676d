/** Looks after so many things that they would hold up everybody else if they all had their turn at once. */
export class Rota<Item extends object> {
  readonly #slots: readonly Set<Item>[]
  readonly #lookAfter: (item: Item) => boolean
  readonly #timer: NodeJS.Timeout
  #added = 0
  #turn = 0

  /**
   * Each item has its turn every `everyMs`, the first one within that, some of them every `slotMs`. It is forgotten once
   * `lookAfter` says false.
   */
  constructor(everyMs: number, slotMs: number, lookAfter: (item: Item) => boolean) {
    this.#slots = Array.from({ length: Math.ceil(everyMs / slotMs) }, () => new Set<Item>())
    this.#lookAfter = lookAfter
    this.#timer = setInterval(() => this.#next(), everyMs / this.#slots.length)
  }

  add(item: Item): void {
    this.#slots[this.#added++ % this.#slots.length]?.add(item)
  }

  stop(): void {
    clearInterval(this.#timer)
  }

  #next(): void {
    const slot = this.#slots[this.#turn]
    this.#turn = (this.#turn + 1) % this.#slots.length
    if (slot === undefined) return
    for (const item of slot) if (!this.#lookAfter(item)) slot.delete(item)
  }
}
