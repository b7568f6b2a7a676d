import type { SessionEvent } from '../event.ts'
import type { NodeCatalog } from '../node-catalog.ts'
import { scored, unscored } from '../score.ts'
import type { EpochMs, Flow, Step, WorkshopState } from '../state.ts'
import { stepPhase } from '../state.ts'

/** Applies an event about the course of the workshop. Each command leads to one such event, so one undo takes back one command. */
export function evolveCourse(catalog: NodeCatalog, state: WorkshopState, event: SessionEvent): WorkshopState {
  const { flow } = state
  switch (event.type) {
    case 'lobby_opened':
      return flow.phase === 'created' ? { ...state, flow: { ...flow, phase: 'lobby' } } : state
    case 'stepped':
      return course(state, event.at, stepped(flow, event))
    case 'closed':
      return course(state, event.at, inPhase(flow, event.nodeId, 'closed'))
    case 'revealed': {
      const shown = scored(catalog, state, inPhase(flow, event.nodeId, 'revealed'), event.nodeId)
      return course(state, event.at, onStep(shown, { goesOnAt: event.data.goesOnAt }))
    }
    case 'reopened':
      return course(state, event.at, onStep(inPhase(flow, event.nodeId, 'open'), { deadline: null, openedAgain: true }))
    case 'completed':
      return course(state, event.at, { ...stepLeft(flow), phase: 'completed', completedAt: event.at })
    case 'scoreboard_toggled':
      return { ...state, flow: { ...flow, scoreboardShown: event.data.shown } }
    case 'extended':
      return { ...state, flow: onStep(flow, event.data) }
    case 'paused':
      return { ...state, flow: { ...onStep(flow, { pausedAt: event.at }), phase: 'paused' } }
    case 'resumed':
      return { ...state, flow: resumed(flow, event.at) }
    case 'undone':
      return undone(state, event.at)
    case 'step_removed':
      return { ...state, takenOut: state.takenOut.set(event.nodeId, { by: event.by, at: event.at }) }
    case 'step_restored':
      return { ...state, takenOut: state.takenOut.remove(event.nodeId) }
    case 'ended':
      return { ...state, flow: { ...stepLeft(flow), phase: 'ended', completedAt: event.at }, undo: null }
    default:
      return state
  }
}

function course(state: WorkshopState, at: EpochMs, flow: Flow): WorkshopState {
  return { ...state, flow, undo: state.flow.step === null ? null : { flow: state.flow, at } }
}

function stepped(flow: Flow, { nodeId, by, at, data }: Extract<SessionEvent, { type: 'stepped' }>): Flow {
  const left = flow.step?.nodeId
  const trail = data.way === 'back' ? flow.trail.butLast() : left === undefined ? flow.trail : flow.trail.push(left)
  const base = stepLeft(flow)
  return {
    ...(data.opens ? unscored(base, nodeId) : base),
    phase: data.finishes ? 'completed' : 'active',
    startedAt: flow.startedAt ?? at,
    completedAt: data.finishes ? at : null,
    stepPhases: data.opens ? base.stepPhases.set(nodeId, 'open') : base.stepPhases,
    trail,
    scoreboardShown: false,
    step: {
      nodeId,
      number: (flow.step?.number ?? 0) + 1,
      openedAt: at,
      readUntil: data.readUntil,
      deadline: data.deadline,
      goesOnAt: data.goesOnAt,
      openedAgain: false,
      runsSince: at,
      pausedAt: null,
      by,
    },
  }
}

/** The course with the current step closed, if it was open. */
function stepLeft(flow: Flow): Flow {
  const nodeId = flow.step?.nodeId
  return nodeId !== undefined && stepPhase(flow, nodeId) === 'open' ? inPhase(flow, nodeId, 'closed') : flow
}

function inPhase(flow: Flow, nodeId: string, phase: 'open' | 'closed' | 'revealed'): Flow {
  return { ...flow, stepPhases: flow.stepPhases.set(nodeId, phase) }
}

function onStep(flow: Flow, changed: Partial<Step>): Flow {
  return flow.step === null ? flow : { ...flow, step: { ...flow.step, ...changed } }
}

/** The course before the last step taken; the time since does not count. */
function undone(state: WorkshopState, at: EpochMs): WorkshopState {
  if (state.undo === null) return state
  const flow = later(state.undo.flow, at - state.undo.at)
  const { step } = flow
  if (step === null) return { ...state, flow, undo: null }
  const now = step.pausedAt ?? at
  // A clock that had run out would at once repeat what was undone.
  const running = (clock: number | null): number | null => (clock !== null && clock > now ? clock : null)
  const openedAgain = step.openedAgain || step.nodeId === state.flow.step?.nodeId
  const changed = { deadline: running(step.deadline), goesOnAt: running(step.goesOnAt), openedAgain, runsSince: at }
  return { ...state, flow: onStep(flow, changed), undo: null }
}

function resumed(flow: Flow, at: EpochMs): Flow {
  const pausedAt = flow.step?.pausedAt
  const active: Flow = { ...flow, phase: 'active' }
  return pausedAt === null || pausedAt === undefined
    ? active
    : onStep(later(active, at - pausedAt), { pausedAt: null, runsSince: at })
}

/** Moves every clock of the step by `ms`: time that did not count. */
function later(flow: Flow, ms: number): Flow {
  const { step } = flow
  if (step === null) return flow
  const moved = (clock: number | null): number | null => (clock === null ? null : clock + ms)
  return onStep(flow, {
    readUntil: step.readUntil + ms,
    deadline: moved(step.deadline),
    goesOnAt: moved(step.goesOnAt),
    pausedAt: moved(step.pausedAt),
  })
}
