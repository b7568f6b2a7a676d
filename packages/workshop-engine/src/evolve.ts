import type { SessionEvent, WorkshopEvent } from './event.ts'
import { evolveCourse } from './evolve/course.ts'
import { evolvePeople, peopleOf } from './evolve/people.ts'
import { countHeads, recountHeads } from './headcount.ts'
import { type NodeCatalog, plannedStep } from './node-catalog.ts'
import type { WorkshopState } from './state.ts'

/** Applies what happened. Total on every event a log can hold; equal logs give equal states. */
export function evolve(catalog: NodeCatalog, state: WorkshopState, event: WorkshopEvent): WorkshopState {
  if (event.type !== 'node') return evolveSession(catalog, state, event)
  const { node, type, work } = plannedStep(catalog, state, event.nodeId)
  const changed = type.evolve(work, event.data, { config: node.data, by: event.by })
  const next = { ...state, work: state.work.set(event.nodeId, changed) }
  if (state.flow.step?.nodeId !== event.nodeId || state.people.get(event.by)?.standing !== 'present') return next
  const more = Number(type.isDone(changed, event.by)) - Number(type.isDone(work, event.by))
  return more === 0 ? next : { ...next, headcount: { ...state.headcount, done: state.headcount.done + more } }
}

function evolveSession(catalog: NodeCatalog, state: WorkshopState, event: SessionEvent): WorkshopState {
  const people = evolvePeople(state, event)
  if (people !== null) return { ...people, headcount: recountHeads(catalog, state, people, peopleOf(event)) }
  const next = evolveCourse(catalog, state, event)
  return next.flow.step?.nodeId === state.flow.step?.nodeId ? next : { ...next, headcount: countHeads(catalog, next) }
}
