import type { OwnViewContext, Recap, ViewContext } from '../../node-type.ts'
import type { Image } from '../image.ts'
import type { Tally } from '../tally.ts'
import { isRight } from './points.ts'
import { takesSeveral } from './rules.ts'
import type { QuizConfig } from './schema.ts'

type Context = ViewContext<QuizConfig, Tally>

export interface QuizQuestion {
  readonly text: string
  readonly image: Image | null
  readonly options: readonly { readonly text: string; readonly image: Image | null }[]
  /** Several options may be picked. */
  readonly several: boolean
}

/** What is known after the reveal. */
export interface QuizSolution {
  /** Indices of the right options, from 0. */
  readonly correct: readonly number[]
  /** Answers per option. */
  readonly counts: readonly number[]
  readonly answers: number
  readonly explanation: string | null
}

function question(config: QuizConfig): QuizQuestion {
  return {
    text: config.text,
    image: config.image ?? null,
    options: config.options.map(({ text, image }) => ({ text, image: image ?? null })),
    several: takesSeveral(config),
  }
}

function solution(config: QuizConfig, tally: Tally): QuizSolution {
  return {
    correct: config.options.flatMap((option, index) => (option.correct ? [index] : [])),
    counts: tally.counts,
    answers: tally.answers.size,
    explanation: config.explanation ?? null,
  }
}

/** What the hall sees, on phone and screen alike: the solution only once it is revealed. */
export function hallView({ config, state, phase }: Context) {
  return { ...question(config), solution: phase === 'revealed' ? solution(config, state) : null }
}

/** The facilitator knows the solution and watches the answers come in. */
export function hostView({ config, state }: Context) {
  return { ...question(config), solution: solution(config, state) }
}

export function ownView({ config, state, phase, participantId }: OwnViewContext<QuizConfig, Tally>) {
  const mine = state.answers.get(participantId)
  const judged = phase === 'revealed' && mine !== undefined
  return { choice: mine?.choice ?? null, right: judged ? isRight(config, mine.choice) : null }
}

export function recap({ config, state, phase, participantId }: OwnViewContext<QuizConfig, Tally>): Recap {
  const mine = state.answers.get(participantId)
  return {
    prompt: config.text,
    answer: mine ? mine.choice.map((index) => optionName(config, index)) : null,
    right: mine && phase === 'revealed' ? isRight(config, mine.choice) : null,
  }
}

/** The text of an option, or its letter where it is a picture. */
function optionName(config: QuizConfig, index: number): string {
  return config.options[index]?.text || String.fromCharCode(65 + index)
}
