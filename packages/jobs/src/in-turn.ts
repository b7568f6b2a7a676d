/** Runs what concerns one id one after the other, in the order it was asked for; different ids do not wait for each other. */
export class InTurn {
  readonly #last = new Map<string, Promise<void>>()

  /** How many ids have work that is not done. */
  get size(): number {
    return this.#last.size
  }

  /** Resolves when all that was asked for is done. */
  async idle(): Promise<void> {
    while (this.size > 0) await Promise.allSettled(this.#last.values())
  }

  /** Settles as `work` does, which runs after everything asked before it for this id, whatever became of that. */
  run(id: string, work: () => Promise<void>): Promise<void> {
    const turn = (this.#last.get(id) ?? Promise.resolve()).then(work, work)
    this.#last.set(id, turn)
    const leave = () => {
      if (this.#last.get(id) === turn) this.#last.delete(id)
    }
    turn.then(leave, leave)
    return turn
  }
}
