import type { ActCommand } from '../command.ts'
import { findNode, plannedStep } from '../node-catalog.ts'
import type { NodeDecision } from '../node-type.ts'
import { isOver } from '../phase.ts'
import { type Refused, reject } from '../rejection.ts'
import { type EpochMs, type Step, stays, stepPhase } from '../state.ts'
import { acceptedAndAllDone } from './all-done.ts'
import { raiseConflict } from './conflicts.ts'
import { accept, type Decision, type DecisionContext, nodeEvent, userOf } from './context.ts'

/** Something a person does at a step. It is judged against the step it names, never against whichever is current. */
export function decideAct(context: DecisionContext, command: ActCommand): Decision {
  const refused = command.type === 'act' ? notIn(context) : null
  if (refused) return refused
  const node = findNode(context.state, command.nodeId)
  if (!node) return reject('unknown_step')
  if (node.type !== command.node) return reject('wrong_step_type')
  const closed = command.type === 'act' ? closedFor(context, command.nodeId) : neverOpened(context, command.nodeId)
  if (closed) return closed
  const decision = judge(context, command)
  if (!decision.ok) return decision
  if (decision.conflict) return raiseConflict(context, command.nodeId, decision.conflict)
  const events = decision.events.map((data) => nodeEvent(context, command.nodeId, data))
  return command.type === 'act' ? acceptedAndAllDone(context, ...events) : accept(...events)
}

function judge(context: DecisionContext, command: ActCommand): NodeDecision<unknown> {
  const { catalog, state, actor } = context
  const { node, type, work } = plannedStep(catalog, state, command.nodeId)
  const schema = command.type === 'act' ? type.command : type.moderation
  const act = schema.safeParse(command.act)
  if (!act.success) return reject('malformed')
  const about = { config: node.data, by: userOf(actor), elapsed: elapsed(context, state.flow.step) }
  return command.type === 'act' ? type.decide(work, act.data, about) : type.moderate(work, act.data, about)
}

/** Who joined once takes part only while they are in. */
export function notIn({ state, actor }: DecisionContext): Refused | null {
  const person = state.people.get(userOf(actor))
  if (person && stays(person)) return null
  return reject(person?.standing === 'kicked' ? 'kicked' : 'not_joined')
}

function neverOpened({ state }: DecisionContext, nodeId: string): Refused | null {
  return stepPhase(state.flow, nodeId) === 'pending' ? reject('step_not_open') : null
}

export function closedFor(context: DecisionContext, nodeId: string): Refused | null {
  const { state } = context
  const { phase, step } = state.flow
  if (isOver(phase)) return reject('session_over')
  const its = stepPhase(state.flow, nodeId)
  if (its === 'pending') return reject('step_not_open')
  if (its !== 'open' || step?.nodeId !== nodeId) return reject('step_closed')
  if (phase === 'paused') return reject('paused')
  const given = givenBy(context, step)
  if (given < step.readUntil) return reject('too_early')
  if (step.deadline !== null && given > step.deadline) return reject('step_closed')
  return null
}

/** When it was given, by the step's clocks: what was on its way while they stood still was given when they went on. */
const givenBy = ({ givenAt }: DecisionContext, { runsSince }: Step): EpochMs => Math.max(givenAt, runsSince)

function elapsed(context: DecisionContext, step: Step | null): number {
  return step === null ? 0 : Math.max(0, (step.pausedAt ?? givenBy(context, step)) - step.readUntil)
}
