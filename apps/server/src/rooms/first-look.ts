import type { LiveMessage, Viewer } from '@humuus/api'
import { engine } from '@humuus/workshop-engine'
import type { Moment } from './history.ts'
import type { Leg } from './leg.ts'

/** Everything a viewer sees now. */
export function snapshot(now: Moment, viewer: Viewer): LiveMessage {
  return {
    kind: 'snapshot',
    version: now.version,
    shared: engine.sharedView(now.state, viewer.role),
    own: viewer.role === 'participant' ? engine.ownView(now.state, viewer.userId) : null,
  }
}

/** The change or everything, whichever is smaller on the wire, for a viewer that returns after a while; `null` if nothing changed. */
export function smallest(leg: Leg, viewer: Viewer): LiveMessage | null {
  const part = leg.message(viewer, leg.from.version)
  if (part === null) return null
  const whole = snapshot(leg.to, viewer)
  return size(part) <= size(whole) ? part : whole
}

const sizes = new WeakMap<object, number>()

/** Characters on the wire. What many are sent is measured once. */
function size({ shared, own }: LiveMessage): number {
  return sizeOf(shared) + sizeOf(own)
}

function sizeOf(part: unknown): number {
  if (typeof part !== 'object' || part === null) return 4
  const known = sizes.get(part) ?? JSON.stringify(part).length
  sizes.set(part, known)
  return known
}
