import type { OwnViewContext, Recap, ViewContext } from '../../node-type.ts'
import type { OpenAnswer, OpenAnswers } from './rules.ts'
import type { OpenQuestionConfig } from './schema.ts'

type Context = ViewContext<OpenQuestionConfig, OpenAnswers>

export interface ShownAnswer {
  readonly id: string
  readonly text: string
  /** `null` where answers stand without names. */
  readonly name: string | null
}

const question = (config: OpenQuestionConfig) => ({
  text: config.text,
  maxAnswers: config.maxAnswers,
  maxLength: config.maxLength,
})

function shown({ config, state, nameOf }: Context): readonly ShownAnswer[] {
  const name = (answer: OpenAnswer) => (config.showNames ? nameOf(answer.by) : null)
  return state.answers
    .valueSeq()
    .filter((answer) => !answer.hidden)
    .map((answer) => ({ id: answer.id, text: answer.text, name: name(answer) }))
    .toArray()
}

export const participantView = (context: Context) => ({
  ...question(context.config),
  answers: context.phase === 'revealed' ? shown(context) : null,
})

export const screenView = (context: Context) => ({
  ...question(context.config),
  answers: context.phase === 'revealed' || context.config.results === 'live' ? shown(context) : null,
})

export const hostView = ({ config, state, nameOf }: Context) => ({
  ...question(config),
  live: config.results === 'live',
  answers: state.answers
    .valueSeq()
    .map(({ id, text, by, hidden }) => ({ id, text, name: nameOf(by), hidden }))
    .toArray(),
})

/** My answers by slot; `null` where a slot is empty. */
export const ownView = (context: OwnViewContext<OpenQuestionConfig, OpenAnswers>) => ({
  texts: Array.from({ length: context.config.maxAnswers }, (_, slot) => textAt(context, slot)),
})

function textAt(
  { state, participantId }: OwnViewContext<OpenQuestionConfig, OpenAnswers>,
  slot: number,
): string | null {
  const id = state.slots.get(participantId)?.get(slot)
  return id === undefined ? null : (state.answers.get(id)?.text ?? null)
}

export function recap(context: OwnViewContext<OpenQuestionConfig, OpenAnswers>): Recap {
  const texts = ownView(context).texts.filter((text) => text !== null)
  return { prompt: context.config.text, answer: texts.length > 0 ? texts : null, right: null }
}
