import { OrderedMap, OrderedSet, Map as PersistentMap, Set as PersistentSet } from 'immutable'
import type { ParticipantId } from '../../node-type.ts'

export interface Word {
  /** What all its spellings have in common. */
  readonly word: string
  /** The spelling that most people used; among equals the one that was there first. */
  readonly text: string
  /** Spelling of each person, in order of arrival. */
  readonly by: OrderedMap<ParticipantId, string>
  /** Those of them who were first, for a look at thousands of words that asks none for all its people. */
  readonly first: readonly ParticipantId[]
  /** People per spelling. */
  readonly spellings: OrderedMap<string, number>
}

/** As many of a word's people stand first beside it: whoever wrote what has to be hidden is one of few. */
const mostFirst = 8

/** Everything is persistent, and words are kept in order: neither one more nor a look at the first of them goes through all. */
export interface WordCloud {
  /** In order of arrival. */
  readonly words: OrderedMap<string, Word>
  /** A person's words, in order of arrival. */
  readonly given: PersistentMap<ParticipantId, OrderedSet<string>>
  /** Words by how many people gave them; within a number, in the order in which they came to it. */
  readonly ranks: PersistentMap<number, OrderedSet<string>>
  /** Kept out of the cloud, whether somebody gives them or not. */
  readonly hidden: PersistentSet<string>
  /** Words of all people together: what several gave counts for each. */
  readonly answers: number
}

export const emptyCloud = (): WordCloud => ({
  words: OrderedMap(),
  given: PersistentMap(),
  ranks: PersistentMap(),
  hidden: PersistentSet(),
  answers: 0,
})

/** One more person gave a word; the same cloud if they had given it before. */
export function withWord(cloud: WordCloud, by: ParticipantId, word: string, text: string): WordCloud {
  const mine = cloud.given.get(by) ?? OrderedSet<string>()
  if (mine.has(word)) return cloud
  const known = cloud.words.get(word)
  const spellings = known?.spellings ?? OrderedMap<string, number>()
  const now = spellings.set(text, (spellings.get(text) ?? 0) + 1)
  const shown = known === undefined || people(now, text) > people(now, known.text) ? text : known.text
  const first = known?.first ?? []
  const added: Word = {
    word,
    text: shown,
    by: (known?.by ?? OrderedMap()).set(by, text),
    first: first.length < mostFirst ? [...first, by] : first,
    spellings: now,
  }
  return {
    ...cloud,
    words: cloud.words.set(word, added),
    given: cloud.given.set(by, mine.add(word)),
    ranks: moved(cloud.ranks, word, added.by.size - 1, added.by.size),
    answers: cloud.answers + 1,
  }
}

/** Somebody took a word back; the same cloud if they had not given it. */
export function withoutWord(cloud: WordCloud, by: ParticipantId, word: string): WordCloud {
  const known = cloud.words.get(word)
  const text = known?.by.get(by)
  if (known === undefined || text === undefined) return cloud
  const mine = (cloud.given.get(by) ?? OrderedSet<string>()).remove(word)
  const left = people(known.spellings, text) - 1
  const spellings = left > 0 ? known.spellings.set(text, left) : known.spellings.remove(text)
  const others = known.by.remove(by)
  const shown = text === known.text ? mostUsed(spellings) : known.text
  const first = known.first.includes(by) ? others.keySeq().take(mostFirst).toArray() : known.first
  return {
    ...cloud,
    words: others.isEmpty()
      ? cloud.words.remove(word)
      : cloud.words.set(word, { word, text: shown, by: others, first, spellings }),
    given: mine.isEmpty() ? cloud.given.remove(by) : cloud.given.set(by, mine),
    ranks: moved(cloud.ranks, word, others.size + 1, others.size),
    answers: cloud.answers - 1,
  }
}

/** The words that most people gave, `most` at the most, without the hidden ones. */
export function topWords({ words, ranks, hidden }: WordCloud, most: number): readonly Word[] {
  // As many numbers as differ: at most the root of twice the answers.
  const numbers = [...ranks.keys()].sort((a, b) => b - a)
  const top: Word[] = []
  for (const number of numbers) {
    for (const word of ranks.get(number) ?? []) {
      if (top.length === most) return top
      const known = hidden.has(word) ? undefined : words.get(word)
      if (known) top.push(known)
    }
  }
  return top
}

/** How many words and answers the hall may see; what is hidden does not count. */
export function figures({ words, hidden, answers }: WordCloud): { readonly words: number; readonly answers: number } {
  const kept = hidden.toArray().map((word) => words.get(word)?.by.size ?? 0)
  return {
    words: words.size - kept.filter((size) => size > 0).length,
    answers: answers - kept.reduce((sum, size) => sum + size, 0),
  }
}

const people = (spellings: Word['spellings'], text: string): number => spellings.get(text) ?? 0

const mostUsed = (spellings: Word['spellings']): string => spellings.keyOf(spellings.max() ?? 0) ?? ''

function moved(ranks: WordCloud['ranks'], word: string, from: number, to: number): WordCloud['ranks'] {
  const left = (ranks.get(from) ?? OrderedSet<string>()).remove(word)
  const others = left.isEmpty() ? ranks.remove(from) : ranks.set(from, left)
  return to === 0 ? others : others.update(to, OrderedSet<string>(), (same) => same.add(word))
}
