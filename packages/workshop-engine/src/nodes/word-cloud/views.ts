import type { OwnViewContext, Recap, ViewContext } from '../../node-type.ts'
import { figures, topWords, type Word, type WordCloud } from './cloud.ts'
import type { WordCloudConfig } from './schema.ts'

type Context = ViewContext<WordCloudConfig, WordCloud>
type OwnContext = OwnViewContext<WordCloudConfig, WordCloud>

/** Words that a view holds: more than these nobody reads on a wall, or on a phone. */
const mostWords = { screen: 150, participant: 40 } as const

/** How a word is written, and how many people gave it. */
export interface ShownWord {
  readonly text: string
  readonly count: number
}

/** What the hall sees: the first words by name, of the others how many there are. */
export interface ShownCloud {
  /** By what their spellings have in common: a change is then about the words that changed, whichever come or go. */
  readonly top: Readonly<Record<string, ShownWord>>
  readonly words: number
  readonly answers: number
}

const question = ({ text, maxWords, maxLength }: WordCloudConfig) => ({ text, maxWords, maxLength })

const shown = ({ text, by }: Word): ShownWord => ({ text, count: by.size })

const cloudOf = (state: WordCloud, most: number): ShownCloud => ({
  top: Object.fromEntries(topWords(state, most).map((word) => [word.word, shown(word)])),
  ...figures(state),
})

export const participantView = ({ config, state, phase }: Context) => ({
  ...question(config),
  cloud: phase === 'revealed' ? cloudOf(state, mostWords.participant) : null,
})

export const screenView = ({ config, state, phase }: Context) => ({
  ...question(config),
  cloud: phase === 'revealed' || config.results === 'live' ? cloudOf(state, mostWords.screen) : null,
})

/** The host sees every word, the hidden ones too, and who was first to give it. */
export const hostView = ({ config, state, nameOf }: Context) => ({
  ...question(config),
  live: config.results === 'live',
  ...figures(state),
  all: allWords(state, nameOf),
})

/** As `top`, of all words, with the names of those who were first. */
function allWords({ words, hidden }: WordCloud, nameOf: Context['nameOf']) {
  const all = words.valueSeq().map(({ word, text, by, first }) => {
    const names = first.map((id) => nameOf(id))
    return [word, { text, count: by.size, hidden: hidden.has(word), names }] as const
  })
  return Object.fromEntries(all.toArray())
}

/** My words as I wrote them, in order of arrival. */
export const ownView = ({ state, participantId }: OwnContext) => ({
  mine: (state.given.get(participantId)?.toArray() ?? []).map((word) => ({
    word,
    text: state.words.get(word)?.by.get(participantId) ?? word,
  })),
})

export function recap(context: OwnContext): Recap {
  const texts = ownView(context).mine.map(({ text }) => text)
  return { prompt: context.config.text, answer: texts.length > 0 ? texts : null, right: null }
}
