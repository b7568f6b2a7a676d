import type { NodeCatalog } from '../node-catalog.ts'
import type { Person, WorkshopState } from '../state.ts'
import { currentStep } from './frame.ts'

export interface HostPerson {
  readonly name: string
  readonly standing: Person['standing']
  readonly mayReturn: boolean
  readonly seat: number
  readonly points: number
  /** Done with the current step. */
  readonly done: boolean
}

export type HostPeople = { readonly [participantId: string]: HostPerson }

/** A list, and all that it was made from besides the people. */
interface Listed {
  readonly totals: WorkshopState['flow']['totals']
  /** The step, and what was given at it; `null`: nothing, and so nobody is done. */
  readonly nodeId: string | null
  readonly work: unknown
  readonly list: HostPeople
}

const newest = new WeakMap<WorkshopState['people'], Listed>()

/** Everybody, for facilitators. The same object as before where a step changes nothing about anybody. */
export function hostPeople(catalog: NodeCatalog, state: WorkshopState): HostPeople {
  const { people, flow } = state
  const { totals } = flow
  const planned = currentStep(catalog, state)?.planned
  const given = planned !== undefined && state.work.has(planned.node.id) ? planned : null
  const [nodeId, work] = given ? [given.node.id, given.work] : [null, null]
  const known = newest.get(people)
  if (known?.totals === totals && known.nodeId === nodeId && known.work === work) return known.list
  const list: Record<string, HostPerson> = {}
  for (const person of people.values()) {
    const points = totals.get(person.id) ?? 0
    list[person.id] = row(person, points, given?.type.isDone(given.work, person.id) ?? false)
  }
  newest.set(people, { totals, nodeId, work, list })
  return list
}

const rows = new WeakMap<Person, HostPerson>()

/** Of ten thousand people one changes: the others keep their object, so that a delta passes over them. */
function row(person: Person, points: number, done: boolean): HostPerson {
  const known = rows.get(person)
  if (known?.points === points && known.done === done) return known
  const { name, standing, mayReturn, seat } = person
  const made = { name, standing, mayReturn, seat, points, done }
  rows.set(person, made)
  return made
}
