import type { Map as PersistentMap } from 'immutable'
import { type NodeCatalog, plannedStep } from './node-catalog.ts'
import type { ParticipantId } from './node-type.ts'
import type { Flow, WorkshopState } from './state.ts'

/** Writes the points of a step into the course; a step that scores nothing changes nothing. */
export function scored(catalog: NodeCatalog, state: WorkshopState, flow: Flow, nodeId: string): Flow {
  const { node, type, work } = plannedStep(catalog, state, nodeId)
  const points = type.points(work, node.data)
  return points === null ? flow : withPoints(unscored(flow, nodeId), nodeId, points)
}

/** Takes the points of a step out again. */
export function unscored(flow: Flow, nodeId: string): Flow {
  const points = flow.points.get(nodeId)
  if (points === undefined) return flow
  return { ...flow, points: flow.points.remove(nodeId), totals: sum(flow.totals, points, -1) }
}

const withPoints = (flow: Flow, nodeId: string, points: PersistentMap<ParticipantId, number>): Flow => ({
  ...flow,
  points: flow.points.set(nodeId, points),
  totals: sum(flow.totals, points, 1),
})

function sum(totals: PersistentMap<ParticipantId, number>, points: PersistentMap<ParticipantId, number>, sign: 1 | -1) {
  return totals.withMutations((all) => {
    for (const [id, amount] of points) all.set(id, (all.get(id) ?? 0) + sign * amount)
  })
}

export interface Ranked {
  readonly id: ParticipantId
  readonly name: string
  readonly points: number
  /** From 1; equal points share a place. */
  readonly place: number
}

const rankings = new WeakMap<object, WeakMap<object, readonly Ranked[]>>()

/** Everybody who was not kicked, by points, then by order of joining. Worked out once per totals and people. */
export function ranking(state: WorkshopState): readonly Ranked[] {
  const byTotals = rankings.get(state.people) ?? new WeakMap<object, readonly Ranked[]>()
  rankings.set(state.people, byTotals)
  const known = byTotals.get(state.flow.totals)
  if (known) return known
  const made = rank(state)
  byTotals.set(state.flow.totals, made)
  return made
}

function rank({ people, flow }: WorkshopState): readonly Ranked[] {
  const rows = people
    .valueSeq()
    .filter((person) => person.standing !== 'kicked')
    .map((person) => ({ person, points: flow.totals.get(person.id) ?? 0 }))
    .toArray()
    .sort((a, b) => b.points - a.points || a.person.seat - b.person.seat)
  let place = 0
  return rows.map(({ person, points }, index) => {
    if (points !== rows[index - 1]?.points) place = index + 1
    return { id: person.id, name: person.name, points, place }
  })
}

const places = new WeakMap<readonly Ranked[], ReadonlyMap<ParticipantId, number>>()

/** Place of a person in the ranking, from 1. */
export function placeOf(state: WorkshopState, id: ParticipantId): number | null {
  const rows = ranking(state)
  const known = places.get(rows) ?? new Map(rows.map((row) => [row.id, row.place]))
  places.set(rows, known)
  return known.get(id) ?? null
}
