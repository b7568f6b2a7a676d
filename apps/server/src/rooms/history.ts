import type { ParticipantId, WorkshopEvent, WorkshopState } from '@humuus/workshop-engine'
import { engine } from '@humuus/workshop-engine'

/** A state of a room at a version of its log. */
export interface Moment {
  readonly version: number
  readonly state: WorkshopState
}

/** Whose own view may have changed: that of everybody, or of these people; of some both is true. */
export interface Affected {
  readonly everyone: boolean
  readonly people: ReadonlySet<ParticipantId>
}

interface Entry extends Moment {
  /** By what happened on the way here. */
  readonly affected: Affected
  readonly bytes: number
}

/** How many moments are remembered at most; older cursors are rebuilt from the log. */
const mostMoments = 512

/** What they may keep alive together, in bytes. A moment keeps its own branches of the state: by measurement with ten thousand people so much, and for each event. */
const mostBytes = 8 * 1024 * 1024
const bytesPerMoment = 1_600
const bytesPerEvent = 270

/** So many of the newest keep what was made of them: views, changes and texts. */
const withViews = 16

const nobody: ReadonlySet<ParticipantId> = new Set()

/**
 * The same moment without what was made of it: that hangs on the object that the state is, and a list of ten thousand people
 * takes half a megabyte.
 */
export const bare = ({ version, state }: Moment): Moment => ({ version, state: { ...state } })

/** The newest moments of a room. States share what did not change, so that remembering is cheap. */
export class History {
  readonly #entries: Entry[]
  #bytes = 0

  constructor(first: Moment) {
    this.#entries = [{ ...first, affected: { everyone: true, people: nobody }, bytes: 0 }]
  }

  get head(): Moment {
    return this.#entries[this.#entries.length - 1] as Entry
  }

  /** How many moments are remembered. */
  get length(): number {
    return this.#entries.length
  }

  push(moment: Moment, events: readonly WorkshopEvent[]): void {
    const bytes = bytesPerMoment + bytesPerEvent * events.length
    this.#entries.push({ ...moment, affected: affectedBy(events), bytes })
    this.#bytes += bytes
    this.#forget()
    const index = this.#entries.length - 1 - withViews
    const old = this.#entries[index]
    if (old !== undefined) this.#entries[index] = { ...old, ...bare(old) }
  }

  /** The head stays, whatever it takes. */
  #forget(): void {
    while (this.#entries.length > 1 && (this.#entries.length > mostMoments || this.#bytes > mostBytes))
      this.#bytes -= this.#entries.shift()?.bytes ?? 0
  }

  /** The state at exactly this version, if it is remembered. */
  at(version: number): Moment | null {
    return this.#entries.find((entry) => entry.version === version) ?? null
  }

  /** Whose own view may differ between a version and now; `null`: of anybody, in any way, because it is too long ago. */
  affectedSince(version: number): Affected | null {
    if ((this.#entries[0]?.version ?? 0) > version) return null
    const since: Affected[] = []
    // From the newest on: hardly anybody is far behind.
    for (let index = this.#entries.length - 1; index >= 0; index--) {
      const entry = this.#entries[index] as Entry
      if (entry.version <= version) break
      since.push(entry.affected)
    }
    return together(since)
  }
}

function together(all: readonly Affected[]): Affected {
  const [first, ...others] = all
  if (first !== undefined && others.length === 0) return first
  const people = new Set<ParticipantId>()
  for (const one of all) for (const id of one.people) people.add(id)
  return { everyone: all.some(({ everyone }) => everyone), people }
}

function affectedBy(events: readonly WorkshopEvent[]): Affected {
  const people = new Set<ParticipantId>()
  let everyone = false
  for (const event of events) {
    const affected = engine.affects(event)
    if (affected === 'everyone') everyone = true
    else for (const id of affected) people.add(id)
  }
  return { everyone, people: people.size > 0 ? people : nobody }
}
