import type { Actor, Command } from '../../command.ts'
import type { WorkshopState } from '../../state.ts'
import { unreachable } from '../../unreachable.ts'
import { actAt, currentNode } from '../play/stage.ts'
import { type ActMove, type CourseVerb, fileIdOf, type Move, userId, type Who } from './move.ts'
import type { LawSubject } from './subject.ts'

export interface Said {
  readonly actor: Actor
  readonly command: Command
}

type SpokenMove = Exclude<Move, { kind: 'time' }>

/** What a move means where the workshop is now. */
export function commandOf(engine: LawSubject['engine'], state: WorkshopState, move: SpokenMove): Said {
  switch (move.kind) {
    case 'presence':
      return {
        actor: { kind: 'system' },
        command: {
          type: 'presence',
          present: move.present.map(userId),
          away: move.away.map(userId),
          ...(move.on !== null && { on: move.on }),
        },
      }
    case 'person':
      return said(move.who, personCommand(move))
    case 'forget':
      return { actor: { kind: 'system' }, command: { type: 'forget', userId: userId(move.who) } }
    case 'file':
      return { actor: { kind: 'system' }, command: fileCommand(state, move) }
    case 'team':
      return said(move.by, teamCommand(move))
    case 'course':
      return said(move.by, courseCommand(state, onButton(engine, state, move)))
    case 'late':
      return said(move.by, lateCommand(state, move))
    case 'agenda':
      return said(move.by, { type: move.verb, nodeId: nodeAt(state, move.at) })
    case 'card': {
      const { cardId } = move
      return said(move.by, { type: 'use_card', from: nodeAt(state, move.from), cardId, into: nodeAt(state, move.into) })
    }
    case 'decide': {
      const conflictId = state.conflicts.open.first()?.id ?? '1'
      return said(move.by, { type: 'decide_conflict', conflictId, choice: move.choice })
    }
    case 'act':
    case 'moderate':
      return said(move.who, actCommand(state, move))
    default:
      return unreachable(move)
  }
}

const said = (who: Who, command: Command): Said => ({ actor: { kind: 'user', id: userId(who) }, command })

function personCommand({ verb, who, name }: Extract<Move, { kind: 'person' }>): Command {
  if (verb === 'join') return { type: 'join', name }
  return verb === 'leave' ? { type: 'leave' } : { type: 'rename', participantId: userId(who), name }
}

function teamCommand({ verb, who }: Extract<Move, { kind: 'team' }>): Command {
  const participantId = userId(who)
  if (verb === 'kick' || verb === 'kick_for_now') return { type: 'kick', participantId, mayReturn: verb !== 'kick' }
  return verb === 'readmit' ? { type: verb, participantId } : { type: verb, userId: participantId }
}

function fileCommand(state: WorkshopState, { who, file, at, news }: Extract<Move, { kind: 'file' }>): Command {
  const nodeId = at === null ? currentNode(state) : nodeAt(state, at)
  return { type: 'file', nodeId, fileId: fileIdOf(who, file), userId: userId(who), news }
}

type CourseMove = Extract<Move, { kind: 'course' }>

/** The course move that the console's button means. */
function onButton(
  engine: LawSubject['engine'],
  state: WorkshopState,
  move: CourseMove,
): CourseMove & { verb: SpokenVerb } {
  if (move.verb !== 'button') return { ...move, verb: move.verb }
  const says = engine.sharedView(state, 'host').primary
  const verb = says === null || says === 'finish' ? 'next' : says
  return { ...move, verb, at: 2 }
}

/** Meant for the step before this one, wherever it was left for. */
function lateCommand(state: WorkshopState, { verb, at }: Extract<Move, { kind: 'late' }>): Command {
  const [from] = state.left.entrySeq().maxBy(([, left]) => left.at) ?? [currentNode(state)]
  return verb === 'jump' ? { type: verb, from, to: nodeAt(state, at) } : { type: verb, from }
}

const nodeAt = (state: WorkshopState, index: number): string => state.plan.nodes[index]?.id ?? 'nowhere'

type SpokenVerb = Exclude<CourseVerb, 'button'>

function courseCommand(
  state: WorkshopState,
  { verb, at }: { readonly verb: SpokenVerb; readonly at: number },
): Command {
  const here = currentNode(state)
  switch (verb) {
    case 'next':
    case 'back':
      return { type: verb, from: here }
    case 'jump':
      return { type: verb, from: here, to: nodeAt(state, at) }
    case 'close':
    case 'reveal':
    case 'reopen':
      return { type: verb, nodeId: here }
    case 'extend':
      return { type: verb, nodeId: here, seconds: 1 + at * 15 }
    case 'no_limit':
      return { type: 'extend', nodeId: here, seconds: null }
    case 'show_scoreboard':
      return { type: verb, shown: at > 1 }
    default:
      return { type: verb }
  }
}

function actCommand(state: WorkshopState, { kind, at, acts }: ActMove): Command {
  const here = state.plan.nodes.findIndex((node) => node.id === currentNode(state))
  const index = at ?? here
  return actAt(state, kind, nodeAt(state, index), acts[index])
}
