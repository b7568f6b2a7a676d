import { type NodeCatalog, plannedStep } from './node-catalog.ts'
import type { ParticipantId } from './node-type.ts'
import type { Headcount, Person, WorkshopState } from './state.ts'

/** Counts who is here and who is done with the current step, over everybody. */
export const countHeads = (catalog: NodeCatalog, state: WorkshopState): Headcount =>
  count(catalog, state, state.people.values())

/** The same when another step begins: as many are here as before, and nobody is done where nobody has given anything. */
export function countAtStep(catalog: NodeCatalog, state: WorkshopState): Headcount {
  const { present } = state.headcount
  const nodeId = state.flow.step?.nodeId
  if (nodeId === undefined || !state.work.has(nodeId)) return { present, done: 0 }
  return countHeads(catalog, state)
}

/** The same after only these people changed, so that one arrival among thousands costs one look. */
export function recountHeads(
  catalog: NodeCatalog,
  before: WorkshopState,
  after: WorkshopState,
  changed: Iterable<ParticipantId>,
): Headcount {
  const ids = [...new Set(changed)]
  const then = count(catalog, before, personsOf(before, ids))
  const now = count(catalog, after, personsOf(after, ids))
  return {
    present: before.headcount.present - then.present + now.present,
    done: before.headcount.done - then.done + now.done,
  }
}

const personsOf = ({ people }: WorkshopState, ids: readonly ParticipantId[]): Person[] =>
  ids.flatMap((id) => people.get(id) ?? [])

function count(catalog: NodeCatalog, state: WorkshopState, persons: Iterable<Person>): Headcount {
  const nodeId = state.flow.step?.nodeId
  const at = nodeId === undefined ? null : plannedStep(catalog, state, nodeId)
  let present = 0
  let done = 0
  for (const { id, standing } of persons) {
    if (standing !== 'present') continue
    present++
    if (at?.type.isDone(at.work, id)) done++
  }
  return { present, done }
}
