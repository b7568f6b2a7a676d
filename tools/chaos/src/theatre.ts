import { type Played, playSession, type Views } from './play-session.ts'
import type { StageSet } from './stage-set.ts'

/** A session as it is remembered when its people have gone. */
export type Remembered = Pick<Played, 'sessionId' | 'title' | 'entries' | 'people' | 'stuckAt' | 'inDoubt'> & {
  views: Views | null
}

/** Plays one session after the other until the house closes. Its last audience stays. */
export class Theatre {
  readonly played: Remembered[] = []
  /** Sessions that broke off, in words. */
  readonly troubles: string[] = []
  readonly #name: string
  readonly #set: StageSet
  #last: Played | null = null

  constructor(number: number, set: StageSet) {
    this.#name = `${set.seed}-${number}`
    this.#set = set
  }

  /** Resolves when the last session is over. */
  async run(): Promise<void> {
    for (let number = 1; !this.#set.closing.aborted; number++) {
      const name = `${this.#name}-${number}`
      const session = await playSession(name, this.#set).catch((error: unknown) => {
        this.troubles.push(`session ${name} broke off: ${error instanceof Error ? error.message : error}`)
        return null
      })
      if (session === null) continue
      const { sessionId, title, entries, people, stuckAt, inDoubt } = session
      this.played.push({ sessionId, title, entries, people, stuckAt, inDoubt, views: null })
      this.#set.tell(`${title} is over: ${people} people, ${entries.length} commands`)
      this.#last = session
      if (!this.#set.closing.aborted) await this.compareLast()
    }
  }

  /** Compares what the people of the last session see, and lets them go. */
  async compareLast(): Promise<void> {
    const remembered = this.played.at(-1)
    if (this.#last === null || remembered === undefined) return
    await using session = this.#last
    this.#last = null
    remembered.views = await session.compare()
  }
}
