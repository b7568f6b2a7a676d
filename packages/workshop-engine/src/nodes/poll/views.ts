import type { OwnViewContext, Recap, ViewContext } from '../../node-type.ts'
import type { Image } from '../image.ts'
import type { Tally } from '../tally.ts'
import type { PollConfig } from './schema.ts'

type Context = ViewContext<PollConfig, Tally>

export interface PollQuestion {
  readonly text: string
  readonly options: readonly { readonly text: string; readonly image: Image | null }[]
  readonly maxChoices: number
}

export interface PollResults {
  /** Votes per option. */
  readonly counts: readonly number[]
  /** People who voted. */
  readonly votes: number
}

const question = (config: PollConfig): PollQuestion => ({
  text: config.text,
  options: config.options.map(({ text, image }) => ({ text, image: image ?? null })),
  maxChoices: config.maxChoices,
})

const results = (tally: Tally): PollResults => ({ counts: tally.counts, votes: tally.answers.size })

/** Phones see results once revealed: they do not need every vote. */
export const participantView = ({ config, state, phase }: Context) => ({
  ...question(config),
  results: phase === 'revealed' ? results(state) : null,
})

export const screenView = ({ config, state, phase }: Context) => ({
  ...question(config),
  results: phase === 'revealed' || config.results === 'live' ? results(state) : null,
})

export const hostView = ({ config, state }: Context) => ({
  ...question(config),
  live: config.results === 'live',
  results: results(state),
})

export const ownView = ({ state, participantId }: OwnViewContext<PollConfig, Tally>) => ({
  choice: state.answers.get(participantId)?.choice ?? null,
})

export function recap({ config, state, participantId }: OwnViewContext<PollConfig, Tally>): Recap {
  const mine = state.answers.get(participantId)?.choice
  const names = mine?.map((index) => config.options[index]?.text || String.fromCharCode(65 + index))
  return { prompt: config.text, answer: names ?? null, right: null }
}
