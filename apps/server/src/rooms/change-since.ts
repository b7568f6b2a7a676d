import type { LiveMessage, Viewer } from '@humuus/api'
import { type Delta, engine, type Role, type WorkshopState } from '@humuus/workshop-engine'
import type { Moment } from './history.ts'

/** Everything a viewer sees now. */
export function snapshot(now: Moment, viewer: Viewer): LiveMessage {
  return {
    kind: 'snapshot',
    version: now.version,
    shared: engine.sharedView(now.state, viewer.role),
    own: viewer.role === 'participant' ? engine.ownView(now.state, viewer.userId) : null,
  }
}

interface ChangeOptions {
  /** `false` spares the look at what is the viewer's own. */
  readonly ownChanged?: boolean
  /** The version that the viewer knows, where it looked the same as `from`. */
  readonly sent?: number
}

/** The change from what a viewer saw to what it sees now; `null` when nothing did. */
export function change(
  from: Moment,
  to: Moment,
  viewer: Viewer,
  { ownChanged = true, sent = from.version }: ChangeOptions = {},
): LiveMessage | null {
  const shared = sharedDelta(from.state, to.state, viewer.role)
  const own = ownChanged && viewer.role === 'participant' ? ownDelta(from.state, to.state, viewer.userId) : null
  if (shared === null && own === null) return null
  return { kind: 'delta', from: sent, version: to.version, shared, own }
}

/** Whichever is smaller on the wire, for a viewer that returns after a while. */
export function smallest(from: Moment, to: Moment, viewer: Viewer): LiveMessage | null {
  const part = change(from, to, viewer)
  if (part === null) return null
  const whole = snapshot(to, viewer)
  return size(part) <= size(whole) ? part : whole
}

const sizes = new WeakMap<object, number>()

/** Characters on the wire. What all viewers of a role share is measured once. */
function size({ shared, own }: LiveMessage): number {
  return sizeOf(shared) + sizeOf(own)
}

function sizeOf(part: unknown): number {
  if (typeof part !== 'object' || part === null) return 4
  const known = sizes.get(part) ?? JSON.stringify(part).length
  sizes.set(part, known)
  return known
}

const ownDelta = (from: WorkshopState, to: WorkshopState, id: string): Delta =>
  engine.delta(engine.ownView(from, id), engine.ownView(to, id))

const deltas = new WeakMap<WorkshopState, WeakMap<WorkshopState, Partial<Record<Role, Delta>>>>()

/** Worked out once for all viewers of a role that saw the same. */
function sharedDelta(from: WorkshopState, to: WorkshopState, role: Role): Delta {
  const fromHere = deltas.get(from) ?? new WeakMap<WorkshopState, Partial<Record<Role, Delta>>>()
  deltas.set(from, fromHere)
  const byRole = fromHere.get(to) ?? {}
  fromHere.set(to, byRole)
  const known = byRole[role]
  if (known !== undefined) return known
  const made = engine.delta(engine.sharedView(from, role), engine.sharedView(to, role))
  byRole[role] = made
  return made
}
