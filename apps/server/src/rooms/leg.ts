import type { LiveMessage, Viewer } from '@humuus/api'
import { type Delta, engine, type ParticipantId, type Role } from '@humuus/workshop-engine'
import type { Affected, Moment } from './history.ts'
import { sharedDelta } from './shared-delta.ts'
import { mayWatch } from './viewers.ts'

/** Where a leg begins and ends, and who goes it: all viewers of a role that saw the same. */
export interface Stretch {
  readonly role: Role
  readonly from: Moment
  readonly to: Moment
}

/** The way from one moment to another for many viewers: what they have in common is worked out once. */
export class Leg implements Stretch {
  readonly role: Role
  readonly from: Moment
  readonly to: Moment
  readonly #affected: Affected | null
  readonly #shared: Delta
  readonly #ownOf: (id: ParticipantId) => Delta
  /** By what is said of their own to several (hardly more than nothing, and one other), then by the version they know. */
  readonly #said = new Map<Delta, Map<number, LiveMessage>>()

  /** `affected`: between the two; `null` where that is not known. */
  constructor({ role, from, to }: Stretch, affected: Affected | null) {
    this.role = role
    this.from = from
    this.to = to
    this.#affected = affected
    this.#shared = sharedDelta(from.state, to.state, role)
    this.#ownOf = engine.ownDeltas(from.state, to.state)
  }

  /**
   * What a viewer is told who knows the version `sent`, where it looked the same to them as `from`; `null` when nothing changed
   * for them. Many are given the same object.
   */
  message(viewer: Viewer, sent: number): LiveMessage | null {
    const own = viewer.role === 'participant' && this.#concerns(viewer.userId) ? this.#ownOf(viewer.userId) : null
    if (own === null && this.#shared === null) return null
    const known = this.#said.get(own)?.get(sent)
    if (known !== undefined) return known
    const message = { kind: 'delta' as const, from: sent, version: this.to.version, shared: this.#shared, own }
    this.#remember(message)
    return message
  }

  /** Whether somebody who might watch where the leg begins still may where it ends. */
  mayGoOn(viewer: Viewer): boolean {
    if (viewer.role === 'participant' && !this.#mayHaveGone(viewer.userId)) return true
    return mayWatch(this.to.state, viewer)
  }

  #remember(message: Extract<LiveMessage, { kind: 'delta' }>): void {
    const { own, from } = message
    const said = this.#said.get(own)
    if (said !== undefined) said.set(from, message)
    else if (this.#said.size < 2) this.#said.set(own, new Map([[from, message]]))
  }

  #concerns(id: ParticipantId): boolean {
    return this.#affected === null || this.#affected.everyone || this.#affected.people.has(id)
  }

  #mayHaveGone(id: ParticipantId): boolean {
    return this.from.state.people !== this.to.state.people && this.#concerns(id)
  }
}
