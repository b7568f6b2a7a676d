import type { OwnViewContext, Recap, ViewContext } from '../../node-type.ts'
import type { Image } from '../image.ts'
import type { Ballot } from './rules.ts'
import type { PollConfig } from './schema.ts'

type Context = ViewContext<PollConfig, Ballot>

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

const question = ({ config, state }: Context): PollQuestion => ({
  text: config.text,
  options: [
    ...config.options.map(({ text, image }) => ({ text, image: image ?? null })),
    ...state.added.map((text) => ({ text, image: null })),
  ],
  maxChoices: config.maxChoices,
})

const results = ({ tally }: Ballot): PollResults => ({ counts: tally.counts, votes: tally.answers.size })

/** Phones see results once revealed: they do not need every vote. */
export const participantView = (context: Context) => ({
  ...question(context),
  results: context.phase === 'revealed' ? results(context.state) : null,
})

export const screenView = (context: Context) => ({
  ...question(context),
  results: context.phase === 'revealed' || context.config.results === 'live' ? results(context.state) : null,
})

export const hostView = (context: Context) => ({
  ...question(context),
  live: context.config.results === 'live',
  results: results(context.state),
})

export const ownView = ({ state, participantId }: OwnViewContext<PollConfig, Ballot>) => ({
  choice: state.tally.answers.get(participantId)?.choice ?? null,
})

export function recap(context: OwnViewContext<PollConfig, Ballot>): Recap {
  const { options, text } = question(context)
  const mine = ownView(context).choice
  const names = mine?.map((index) => options[index]?.text || String.fromCharCode(65 + index))
  return { prompt: text, answer: names ?? null, right: null }
}
