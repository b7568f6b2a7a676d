import type { SignInChange, SignInStore } from '@humuus/db'

/** How often the database is asked what was revoked elsewhere (ms); a word over the bus makes it at once. */
const lookMs = 1_000

/** Rows become visible a little after their time: each look reaches back so far behind the last one (ms). */
const overlapMs = 15_000

interface Needs {
  readonly signIns: Pick<SignInStore, 'changedSince'>
  readonly now: () => number
  /** A sign-in is over: whoever is connected with it has to go. */
  readonly onOver: (signInId: string) => void
  readonly onError: (error: unknown) => void
}

/** Which tokens are worth nothing although their signatures are good. Kept in memory, so that no request has to ask. */
export class Revocations {
  readonly #needs: Needs
  readonly #known = new Map<string, SignInChange>()
  #asOf: Date | null = null
  #looking: Promise<void> | null = null
  #timer: ReturnType<typeof setInterval> | undefined

  constructor(needs: Needs) {
    this.#needs = needs
  }

  /** Learns all that still matters, then looks again and again. Rejects if the database cannot be asked now. */
  async start(): Promise<void> {
    await this.#learn()
    this.#timer = setInterval(() => void this.look(), lookMs)
  }

  stop(): void {
    clearInterval(this.#timer)
  }

  /** Whether the token was made worthless: its sign-in is over, or a newer token has arrived. */
  isRevoked(signInId: string, generation: number): boolean {
    const change = this.#known.get(signInId)
    return change !== undefined && (change.isOver || generation < change.arrived)
  }

  /** Resolves once everything is known that was revoked before the call, if the database tells it. Never throws. */
  async learn(): Promise<void> {
    // A look that is under way may have begun before.
    await this.#looking
    await this.look()
  }

  /** Looks now, or is content with a look that is under way. Never throws. */
  look(): Promise<void> {
    this.#looking ??= this.#learn()
      .catch(this.#needs.onError)
      .finally(() => {
        this.#looking = null
      })
    return this.#looking
  }

  async #learn(): Promise<void> {
    const since = this.#asOf && new Date(this.#asOf.getTime() - overlapMs)
    const { changes, asOf } = await this.#needs.signIns.changedSince(since)
    for (const change of changes) {
      const before = this.#known.get(change.id)
      this.#known.set(change.id, change)
      if (change.isOver && !before?.isOver) this.#needs.onOver(change.id)
    }
    this.#asOf = asOf
    this.#forget()
  }

  /** Tokens that have expired are refused without us. */
  #forget(): void {
    const now = this.#needs.now()
    for (const [id, { expiresAt }] of this.#known) {
      if (expiresAt < now - overlapMs) this.#known.delete(id)
    }
  }
}
