import type { ParticipantId, WorkshopEvent, WorkshopState } from '@humuus/workshop-engine'
import { engine } from '@humuus/workshop-engine'

/** A state of a room at a version of its log. */
export interface Moment {
  readonly version: number
  readonly state: WorkshopState
}

interface Entry extends Moment {
  /** Whose own view changed on the way here. */
  readonly affected: 'everyone' | ReadonlySet<ParticipantId>
}

/** How many moments are remembered; older cursors are rebuilt from the log. */
const remembered = 512

/** The newest moments of a room. States share what did not change, so that remembering is cheap. */
export class History {
  readonly #entries: Entry[]

  constructor(first: Moment) {
    this.#entries = [{ ...first, affected: 'everyone' }]
  }

  get head(): Moment {
    return this.#entries[this.#entries.length - 1] as Entry
  }

  push(moment: Moment, events: readonly WorkshopEvent[]): void {
    this.#entries.push({ ...moment, affected: affectedBy(events) })
    if (this.#entries.length > remembered) this.#entries.shift()
  }

  /** The state at exactly this version, if it is remembered. */
  at(version: number): Moment | null {
    return this.#entries.find((entry) => entry.version === version) ?? null
  }

  /** Whether somebody's own view may differ between a remembered version and now. */
  mayAffect(participantId: ParticipantId, since: number): boolean {
    if ((this.#entries[0]?.version ?? 0) > since) return true
    // From the newest on: hardly anybody is far behind.
    for (let index = this.#entries.length - 1; index >= 0; index--) {
      const { version, affected } = this.#entries[index] as Entry
      if (version <= since) return false
      if (affected === 'everyone' || affected.has(participantId)) return true
    }
    return false
  }
}

function affectedBy(events: readonly WorkshopEvent[]): 'everyone' | ReadonlySet<ParticipantId> {
  const ids = new Set<ParticipantId>()
  for (const event of events) {
    const affected = engine.affects(event)
    if (affected === 'everyone') return affected
    for (const id of affected) ids.add(id)
  }
  return ids
}
