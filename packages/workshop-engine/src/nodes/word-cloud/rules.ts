import type { DecideContext, EvolveContext, NodeDecision } from '../../node-type.ts'
import { reject } from '../../rejection.ts'
import { unreachable } from '../../unreachable.ts'
import { type WordCloud, withoutWord, withWord } from './cloud.ts'
import type { WordCloudCommand, WordCloudConfig, WordCloudEvent, WordCloudModeration } from './schema.ts'
import { spelled, wordOf } from './spelling.ts'

type Decision = NodeDecision<WordCloudEvent>

const nothing: Decision = { ok: true, events: [] }
const happened = (event: WordCloudEvent): Decision => ({ ok: true, events: [event] })

/** Takes one more of a person's words, or gives one back. */
export function decideWordCloud(
  cloud: WordCloud,
  command: WordCloudCommand,
  { by, config }: DecideContext<WordCloudConfig>,
): Decision {
  const text = spelled(command.text)
  const word = wordOf(text)
  const mine = cloud.given.get(by)
  const isMine = mine?.has(word) === true
  if (command.type === 'take_back') return isMine ? happened({ type: 'taken_back', word }) : nothing
  if (word === '') return reject('invalid_answer')
  if ([...text].length > config.maxLength) return reject('too_large', { max: config.maxLength })
  if (isMine) return nothing
  if ((mine?.size ?? 0) >= config.maxWords) return reject('no_room', { max: config.maxWords })
  return happened({ type: 'added', word, text })
}

/** Keeps a word out of the cloud, or puts it back. */
export function moderateWordCloud({ words, hidden: kept }: WordCloud, { word, hidden }: WordCloudModeration): Decision {
  if (!words.has(word) && !kept.has(word)) return reject('invalid_answer')
  return kept.has(word) === hidden ? nothing : happened({ type: 'hidden', word, hidden })
}

export function evolveWordCloud(
  cloud: WordCloud,
  event: WordCloudEvent,
  { by }: EvolveContext<WordCloudConfig>,
): WordCloud {
  switch (event.type) {
    case 'added':
      return withWord(cloud, by, event.word, event.text)
    case 'taken_back':
      return withoutWord(cloud, by, event.word)
    case 'hidden':
      return { ...cloud, hidden: event.hidden ? cloud.hidden.add(event.word) : cloud.hidden.remove(event.word) }
    default:
      return unreachable(event)
  }
}
