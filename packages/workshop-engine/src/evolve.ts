import type { NodeEvent, SessionEvent, WorkshopEvent } from './event.ts'
import { evolveConflicts } from './evolve/conflicts.ts'
import { evolveCourse } from './evolve/course.ts'
import { evolvePeople, peopleOf } from './evolve/people.ts'
import { countAtStep, recountHeads } from './headcount.ts'
import { concernedBy, type NodeCatalog, plannedStep } from './node-catalog.ts'
import type { WorkshopState } from './state.ts'

/** Applies what happened. Total on every event a log can hold; equal logs give equal states. */
export function evolve(catalog: NodeCatalog, state: WorkshopState, event: WorkshopEvent): WorkshopState {
  return event.type === 'node' ? evolveNode(catalog, state, event) : evolveSession(catalog, state, event)
}

function evolveNode(catalog: NodeCatalog, state: WorkshopState, event: NodeEvent): WorkshopState {
  const { node, type, work } = plannedStep(catalog, state, event.nodeId)
  const changed = type.evolve(work, event.data, { config: node.data, by: event.by })
  const next = { ...state, work: state.work.set(event.nodeId, changed) }
  if (state.flow.step?.nodeId !== event.nodeId) return next
  let more = 0
  for (const id of concernedBy(catalog, event)) {
    if (state.people.get(id)?.standing !== 'present') continue
    more += Number(type.isDone(changed, id)) - Number(type.isDone(work, id))
  }
  return more === 0 ? next : { ...next, headcount: { ...state.headcount, done: state.headcount.done + more } }
}

function evolveSession(catalog: NodeCatalog, state: WorkshopState, event: SessionEvent): WorkshopState {
  const people = evolvePeople(state, event)
  if (people !== null) return { ...people, headcount: recountHeads(catalog, state, people, peopleOf(event)) }
  const conflicts = evolveConflicts(state, event)
  if (conflicts !== null) return conflicts
  const next = evolveCourse(catalog, state, event)
  if (next.flow.step?.nodeId === state.flow.step?.nodeId) return next
  return { ...next, headcount: countAtStep(catalog, next), left: leftBehind(state, event) }
}

function leftBehind({ flow, left }: WorkshopState, { by, at }: SessionEvent): WorkshopState['left'] {
  return flow.step === null ? left : left.set(flow.step.nodeId, { by, at, back: flow.trail.last() ?? null })
}
