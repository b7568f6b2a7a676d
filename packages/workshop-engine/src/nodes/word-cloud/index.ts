import { defineNodeType } from '../../node-type.ts'
import { firstLine } from '../first-line.ts'
import { emptyCloud } from './cloud.ts'
import { decideWordCloud, evolveWordCloud, moderateWordCloud } from './rules.ts'
import { WordCloudCommand, WordCloudConfig, WordCloudEvent, WordCloudModeration } from './schema.ts'
import { hostView, ownView, participantView, recap, screenView } from './views.ts'

/** A question answered in single words; those that many gave stand large in a cloud. */
export const wordCloud = defineNodeType({
  type: 'word-cloud',
  config: WordCloudConfig,
  command: WordCloudCommand,
  moderation: WordCloudModeration,
  event: WordCloudEvent,
  collects: true,
  finishes: false,
  closesWhenAllDone: false,
  timing: (config) => ({ readSeconds: 0, answerSeconds: config.answerSeconds ?? null }),
  goesOnAfter: () => null,
  initial: emptyCloud,
  decide: decideWordCloud,
  moderate: moderateWordCloud,
  evolve: evolveWordCloud,
  isDone: ({ given }, id) => given.has(id),
  points: () => null,
  showsScoreboard: () => false,
  participant: participantView,
  screen: screenView,
  host: hostView,
  own: ownView,
  hasGiven: ({ given }, id) => given.has(id),
  recap,
  headline: (config) => firstLine(config.text),
})
