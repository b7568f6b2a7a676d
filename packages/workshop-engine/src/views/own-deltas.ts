import { type Delta, delta } from '../delta.ts'
import type { JsonValue } from '../json.ts'
import { type NodeCatalog, type PlannedStep, plannedStep } from '../node-catalog.ts'
import type { ParticipantId } from '../node-type.ts'
import { isOver } from '../phase.ts'
import type { WorkshopState } from '../state.ts'
import { viewContext } from './frame.ts'
import { ownOfStep, ownView } from './own.ts'

/** Nobody has this id, so it sees of a step what everybody sees who gave nothing there. */
const nobody: ParticipantId = ''

/**
 * The change of what only one person sees between two states, for anybody who joined. What those who gave nothing have in
 * common is worked out once, and is the same object for all of them.
 */
export function ownDeltas(catalog: NodeCatalog, from: WorkshopState, to: WorkshopState): (id: ParticipantId) => Delta {
  const whole = (id: ParticipantId) =>
    delta(ownView(catalog, from, id) as JsonValue, ownView(catalog, to, id) as JsonValue)
  if (!differsOnlyInStep(from, to)) return whole
  const ofStep = stepDeltas(sideOf(catalog, from), sideOf(catalog, to), pointsLeft(from, to))
  if (from.people === to.people) return ofStep
  return (id) => (from.people.get(id) === to.people.get(id) ? ofStep(id) : whole(id))
}

/** Whether points, places and what is kept are the same in both for everybody whose person is. */
function differsOnlyInStep(
  { flow: before, people }: WorkshopState,
  { flow: after, people: now }: WorkshopState,
): boolean {
  if (isOver(before.phase) || isOver(after.phase)) return false
  if (before.points !== after.points || before.totals !== after.totals) return false
  if (before.points.isEmpty()) return true
  // Who comes or goes moves the places of others.
  if (people !== now) return false
  const nodeId = after.step?.nodeId
  return nodeId === before.step?.nodeId || nodeId === undefined || !after.points.has(nodeId)
}

/** Points of the step before are not shown at the next one. */
function pointsLeft({ flow: before }: WorkshopState, { flow: after }: WorkshopState): boolean {
  const nodeId = before.step?.nodeId
  return nodeId !== undefined && nodeId !== after.step?.nodeId && before.points.has(nodeId)
}

/** A state as far as the current step goes. */
interface Side {
  readonly nodeId: string
  readonly see: (id: ParticipantId) => JsonValue
  /** Whether somebody may see something else there than whoever gave nothing. */
  readonly mayHave: (id: ParticipantId) => boolean
}

function sideOf(catalog: NodeCatalog, state: WorkshopState): Side | null {
  const { step } = state.flow
  if (step === null) return null
  const planned = plannedStep(catalog, state, step.nodeId)
  const context = viewContext(state, planned)
  return {
    nodeId: step.nodeId,
    see: (id) => ownOfStep(planned, context, id) as JsonValue,
    mayHave: state.work.has(step.nodeId) ? mayHave(planned) : () => false,
  }
}

function mayHave({ type, work }: PlannedStep): (id: ParticipantId) => boolean {
  const { hasGiven } = type
  return hasGiven === undefined ? () => true : (id) => hasGiven(work, id)
}

function stepDeltas(from: Side | null, to: Side | null, losesPoints: boolean): (id: ParticipantId) => Delta {
  const told = (step: Delta): Delta => {
    const points: Delta = losesPoints ? [0, null] : null
    if (step === null && points === null) return null
    return [1, { ...(step && { step }), ...(points && { stepPoints: points }) }]
  }
  if (to === null) return constant(told(from === null ? null : [0, null]))
  // Another step replaces the one before, whatever somebody had there.
  if (from?.nodeId !== to.nodeId) {
    const usual = told([0, to.see(nobody)])
    return (id) => (to.mayHave(id) ? told([0, to.see(id)]) : usual)
  }
  const usual = told(delta(from.see(nobody), to.see(nobody)))
  return (id) => (from.mayHave(id) || to.mayHave(id) ? told(delta(from.see(id), to.see(id))) : usual)
}

const constant =
  <T>(value: T) =>
  () =>
    value
