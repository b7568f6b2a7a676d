import { type Delta, engine, type Role, type WorkshopState } from '@humuus/workshop-engine'

const deltas = new WeakMap<WorkshopState, WeakMap<WorkshopState, Partial<Record<Role, Delta>>>>()

/** Worked out once for all viewers of a role that saw the same. */
export function sharedDelta(from: WorkshopState, to: WorkshopState, role: Role): Delta {
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
