/** Open connections by the sign-in they were made with, so that they end with it. */
export class Connections {
  readonly #bySignIn = new Map<string, Set<() => void>>()

  /** `end` is called when the sign-in is over; the returned function forgets it. */
  add(signInId: string, end: () => void): () => void {
    const ends = this.#bySignIn.get(signInId) ?? new Set()
    this.#bySignIn.set(signInId, ends.add(end))
    return () => {
      ends.delete(end)
      if (ends.size === 0 && this.#bySignIn.get(signInId) === ends) this.#bySignIn.delete(signInId)
    }
  }

  end(signInId: string): void {
    for (const end of [...(this.#bySignIn.get(signInId) ?? [])]) end()
  }

  get size(): number {
    return this.#bySignIn.size
  }
}
