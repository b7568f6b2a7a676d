import type { FacilitatorCommand } from '../command.ts'
import { firstStep } from '../next-step.ts'
import { plannedStep } from '../node-catalog.ts'
import { isOver } from '../phase.ts'
import { type Refused, reject } from '../rejection.ts'
import { type Step, stepPhase } from '../state.ts'
import { unreachable } from '../unreachable.ts'
import type { AgendaCommand } from './agenda.ts'
import { acceptedAndAllDone } from './all-done.ts'
import { accept, type Decision, type DecisionContext, event, nothing } from './context.ts'
import { type CourseWish, diverged } from './diverged.ts'
import { goBack, goesOnAfterReveal, goOn, jumpTo, stepTo } from './step-change.ts'
import type { TeamCommand } from './team.ts'

type CourseCommand = Exclude<FacilitatorCommand, TeamCommand | AgendaCommand>

/** How long after a step an undo is offered, in milliseconds. */
export const undoWindow = 30_000

/** The course of the workshop. */
export function decideCourse(context: DecisionContext, command: CourseCommand): Decision {
  const { phase } = context.state.flow
  switch (command.type) {
    case 'open_lobby':
      return phase === 'created' ? accept(event(context, 'lobby_opened', {})) : nothing
    case 'start':
      return start(context)
    case 'next':
      return leaving(context, command, () => goOn(context))
    case 'back':
      return leaving(context, command, () => goBack(context))
    case 'jump':
      return leaving(context, command, () => jumpTo(context, command.to))
    case 'close':
      return atStep(context, command.nodeId, () => close(context, command.nodeId))
    case 'reveal':
      return atStep(context, command.nodeId, () => reveal(context, command.nodeId))
    case 'reopen':
      return atStep(context, command.nodeId, () => reopen(context, command.nodeId))
    case 'extend':
      return atStep(context, command.nodeId, (step) => extend(context, step, command.seconds))
    case 'show_scoreboard':
      return showScoreboard(context, command.shown)
    case 'pause':
      return pause(context)
    case 'resume':
      return resume(context)
    case 'undo':
      return undo(context)
    case 'end':
      return isOver(phase) ? nothing : accept(event(context, 'ended', {}))
    default:
      return unreachable(command)
  }
}

function start(context: DecisionContext): Decision {
  const { flow } = context.state
  if (flow.phase === 'active' || flow.phase === 'paused') return nothing
  if (isOver(flow.phase)) return reject('session_over')
  return stepTo(context, firstStep(context.state).id, 'start')
}

/** The step must be the one the facilitator saw: of two clicks on "next" one wins, the other is told. */
function atStep(context: DecisionContext, nodeId: string, then: (step: Step) => Decision): Decision {
  const { phase, step } = context.state.flow
  if (isOver(phase)) return reject('session_over')
  if (step === null) return reject('not_now')
  return step.nodeId === nodeId ? then(step) : reject('step_changed')
}

/** The same for a way out of a step; but two who go different ways at the same time are heard both. */
function leaving(context: DecisionContext, wish: CourseWish, then: () => Decision): Decision {
  const current = context.state.flow.step?.nodeId
  const isElsewhere = current !== undefined && current !== wish.from && !isOver(context.state.flow.phase)
  return isElsewhere ? diverged(context, current, wish) : atStep(context, wish.from, then)
}

function collecting(context: DecisionContext, nodeId: string): Refused | null {
  return plannedStep(context.catalog, context.state, nodeId).type.collects ? null : reject('not_now')
}

function close(context: DecisionContext, nodeId: string): Decision {
  const refused = collecting(context, nodeId)
  if (refused) return refused
  if (stepPhase(context.state.flow, nodeId) !== 'open') return nothing
  return accept(event(context, 'closed', { reason: 'facilitator' }, nodeId))
}

function reveal(context: DecisionContext, nodeId: string): Decision {
  const refused = collecting(context, nodeId)
  if (refused) return refused
  if (stepPhase(context.state.flow, nodeId) === 'revealed') return nothing
  const goesOnAt = goesOnAfterReveal(context, nodeId)
  return accept(event(context, 'revealed', { reason: 'facilitator', goesOnAt }, nodeId))
}

/** Only before the reveal: after it everybody has seen the answers. */
function reopen(context: DecisionContext, nodeId: string): Decision {
  const refused = collecting(context, nodeId)
  if (refused) return refused
  const phase = stepPhase(context.state.flow, nodeId)
  if (phase === 'open') return nothing
  return phase === 'closed' ? accept(event(context, 'reopened', {}, nodeId)) : reject('not_now')
}

/** Moves the running clock, or starts one; `null` takes it away. In a pause the clock counts from where it stands. */
function extend(context: DecisionContext, step: Step, by: number | null): Decision {
  const now = step.pausedAt ?? context.now
  const moved = (clock: number | null): number | null => (by === null ? null : Math.max(clock ?? now, now) + by * 1_000)
  const { type } = plannedStep(context.catalog, context.state, step.nodeId)
  const isOpen = stepPhase(context.state.flow, step.nodeId) === 'open'
  if (type.collects && isOpen) {
    const begin = step.deadline ?? Math.max(now, step.readUntil)
    return accept(event(context, 'extended', { deadline: moved(begin), goesOnAt: step.goesOnAt }, step.nodeId))
  }
  if (step.goesOnAt === null) return reject('no_time_limit')
  return accept(event(context, 'extended', { deadline: step.deadline, goesOnAt: moved(step.goesOnAt) }, step.nodeId))
}

function showScoreboard(context: DecisionContext, shown: boolean): Decision {
  const { phase, scoreboardShown } = context.state.flow
  if (phase !== 'active' && phase !== 'paused' && !isOver(phase)) return reject('not_now')
  return scoreboardShown === shown ? nothing : accept(event(context, 'scoreboard_toggled', { shown }))
}

function pause(context: DecisionContext): Decision {
  const { phase } = context.state.flow
  if (phase === 'paused') return nothing
  return phase === 'active' ? accept(event(context, 'paused', {})) : reject('not_now')
}

function resume(context: DecisionContext): Decision {
  const { phase } = context.state.flow
  if (phase === 'active') return nothing
  return phase === 'paused' ? acceptedAndAllDone(context, event(context, 'resumed', {})) : reject('not_now')
}

function undo(context: DecisionContext): Decision {
  const { undo, flow } = context.state
  if (flow.phase === 'ended' || undo === null || context.now - undo.at > undoWindow) return reject('nothing_to_undo')
  return accept(event(context, 'undone', {}))
}
