/** A connection that was opened with a sign-in. */
export interface SignedIn {
  /** The sign-in is over. */
  signedOut(): void
}

/** Open connections by the sign-in they were made with, so that they end with it. */
export class Connections {
  readonly #bySignIn = new Map<string, readonly SignedIn[]>()

  add(signInId: string, connection: SignedIn): void {
    this.#bySignIn.set(signInId, [...(this.#bySignIn.get(signInId) ?? []), connection])
  }

  remove(signInId: string, connection: SignedIn): void {
    const left = this.#bySignIn.get(signInId)?.filter((one) => one !== connection) ?? []
    if (left.length > 0) this.#bySignIn.set(signInId, left)
    else this.#bySignIn.delete(signInId)
  }

  end(signInId: string): void {
    for (const connection of this.#bySignIn.get(signInId) ?? []) connection.signedOut()
  }

  get size(): number {
    return this.#bySignIn.size
  }
}
