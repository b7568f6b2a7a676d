import { must } from '../must.ts'
import { nextStep } from '../next-step.ts'
import { findNode, plannedStep } from '../node-catalog.ts'
import { reject } from '../rejection.ts'
import { stepPhase } from '../state.ts'
import { accept, type Decision, type DecisionContext, event, nothing } from './context.ts'

type Way = 'start' | 'on' | 'back' | 'jump'

const seconds = (amount: number): number => Math.round(amount * 1_000)

/** Goes to a step. A collecting step that was opened before is shown as it was left; any other opens, with fresh clocks. */
export function stepTo(context: DecisionContext, nodeId: string, way: Way): Decision {
  const { catalog, state, now } = context
  const { node, type } = plannedStep(catalog, state, nodeId)
  const opens = !type.collects || stepPhase(state.flow, nodeId) === 'pending'
  const timing = type.timing(node.data)
  const readUntil = opens ? now + seconds(timing.readSeconds) : now
  const deadline = opens && timing.answerSeconds !== null ? readUntil + seconds(timing.answerSeconds) : null
  const goesOn = type.collects ? null : (node.autoNext ?? type.goesOnAfter(node.data))
  const goesOnAt = goesOn === null ? null : now + seconds(goesOn)
  return accept(
    event(context, 'stepped', { way, opens, readUntil, deadline, goesOnAt, finishes: type.finishes }, nodeId),
  )
}

/** Goes on from the current step, or completes the workshop after the last. */
export function goOn(context: DecisionContext): Decision {
  const step = must(context.state.flow.step, 'an active session has a step')
  const next = nextStep(context.state, step.nodeId)
  return next ? stepTo(context, next.id, 'on') : accept(event(context, 'completed', {}))
}

export function goBack(context: DecisionContext): Decision {
  const previous = context.state.flow.trail.last()
  return previous === undefined ? reject('no_way_back') : stepTo(context, previous, 'back')
}

export function jumpTo(context: DecisionContext, nodeId: string): Decision {
  if (!findNode(context.state, nodeId)) return reject('unknown_step')
  if (context.state.takenOut.has(nodeId)) return reject('step_removed')
  if (context.state.flow.step?.nodeId === nodeId) return nothing
  return stepTo(context, nodeId, 'jump')
}

/** When a step revealed now goes on by itself, if the plan says so. In a pause the clock counts from where it stands. */
export function goesOnAfterReveal({ catalog, state, now }: DecisionContext, nodeId: string): number | null {
  const { autoNext } = plannedStep(catalog, state, nodeId).node
  return autoNext === undefined ? null : (state.flow.step?.pausedAt ?? now) + seconds(autoNext)
}
