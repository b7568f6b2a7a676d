import { type NodeCatalog, plannedStep } from './node-catalog.ts'
import type { ParticipantId } from './node-type.ts'
import type { Headcount, WorkshopState } from './state.ts'

/** Counts who is here and who is done, over everybody: for when the step changes. */
export function countHeads(catalog: NodeCatalog, state: WorkshopState): Headcount {
  return count(catalog, state, state.people.keys())
}

/** The same after only these people changed, so that one arrival among thousands costs one look. */
export function recountHeads(
  catalog: NodeCatalog,
  before: WorkshopState,
  after: WorkshopState,
  changed: Iterable<ParticipantId>,
): Headcount {
  const ids = [...new Set(changed)]
  const then = count(catalog, before, ids)
  const now = count(catalog, after, ids)
  return {
    present: before.headcount.present - then.present + now.present,
    done: before.headcount.done - then.done + now.done,
  }
}

function count(catalog: NodeCatalog, state: WorkshopState, ids: Iterable<ParticipantId>): Headcount {
  const nodeId = state.flow.step?.nodeId
  const at = nodeId === undefined ? null : plannedStep(catalog, state, nodeId)
  let present = 0
  let done = 0
  for (const id of ids) {
    if (state.people.get(id)?.standing !== 'present') continue
    present++
    if (at?.type.isDone(at.work, id)) done++
  }
  return { present, done }
}
