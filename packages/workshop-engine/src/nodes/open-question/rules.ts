import { OrderedMap, Map as PersistentMap } from 'immutable'
import type { DecideContext, EvolveContext, NodeDecision, ParticipantId } from '../../node-type.ts'
import { reject } from '../../rejection.ts'
import { cleanText } from '../clean-text.ts'
import type { OpenQuestionCommand, OpenQuestionConfig, OpenQuestionEvent, OpenQuestionModeration } from './schema.ts'

export interface OpenAnswer {
  /** Counts the answers as they came in, from 1; it stays when the answer changes. */
  readonly id: string
  readonly by: ParticipantId
  readonly slot: number
  readonly text: string
  readonly hidden: boolean
}

export interface OpenAnswers {
  /** By id, in order of arrival. */
  readonly answers: OrderedMap<string, OpenAnswer>
  /** Slot → answer id, per person. */
  readonly slots: PersistentMap<ParticipantId, PersistentMap<number, string>>
  readonly issued: number
}

export const noAnswers = (): OpenAnswers => ({ answers: OrderedMap(), slots: PersistentMap(), issued: 0 })

type Decision = NodeDecision<OpenQuestionEvent>

/** Writes, changes or takes back one of a person's answers. */
export function decideOpenQuestion(
  state: OpenAnswers,
  command: OpenQuestionCommand,
  { by, config }: DecideContext<OpenQuestionConfig>,
): Decision {
  const text = cleanText(command.text)
  if (command.slot >= config.maxAnswers) return reject('invalid_answer')
  if ([...text].length > config.maxLength) return reject('too_large', { max: config.maxLength })
  const id = state.slots.get(by)?.get(command.slot)
  const before = id === undefined ? '' : (state.answers.get(id)?.text ?? '')
  return before === text
    ? { ok: true, events: [] }
    : { ok: true, events: [{ type: 'answered', slot: command.slot, text }] }
}

/** Keeps an answer off the screen, or puts it back. */
export function moderateOpenQuestion(state: OpenAnswers, { answerId, hidden }: OpenQuestionModeration): Decision {
  const known = state.answers.get(answerId)
  if (!known) return reject('invalid_answer')
  return known.hidden === hidden
    ? { ok: true, events: [] }
    : { ok: true, events: [{ type: 'hidden', answerId, hidden }] }
}

export function evolveOpenQuestion(
  state: OpenAnswers,
  event: OpenQuestionEvent,
  { by }: EvolveContext<OpenQuestionConfig>,
): OpenAnswers {
  if (event.type === 'hidden') {
    const known = state.answers.get(event.answerId)
    return known ? { ...state, answers: state.answers.set(known.id, { ...known, hidden: event.hidden }) } : state
  }
  const mine = state.slots.get(by) ?? PersistentMap<number, string>()
  const id = mine.get(event.slot)
  if (event.text === '') {
    if (id === undefined) return state
    const left = mine.remove(event.slot)
    const slots = left.isEmpty() ? state.slots.remove(by) : state.slots.set(by, left)
    return { ...state, answers: state.answers.remove(id), slots }
  }
  const known = id === undefined ? undefined : state.answers.get(id)
  if (known) return { ...state, answers: state.answers.set(known.id, { ...known, text: event.text }) }
  const issued = state.issued + 1
  const added: OpenAnswer = { id: String(issued), by, slot: event.slot, text: event.text, hidden: false }
  return {
    ...state,
    issued,
    answers: state.answers.set(added.id, added),
    slots: state.slots.set(by, mine.set(event.slot, added.id)),
  }
}
