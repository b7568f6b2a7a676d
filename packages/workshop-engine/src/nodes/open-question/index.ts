import { defineNodeType } from '../../node-type.ts'
import { firstLine } from '../first-line.ts'
import { decideOpenQuestion, evolveOpenQuestion, moderateOpenQuestion, noAnswers } from './rules.ts'
import { OpenQuestionCommand, OpenQuestionConfig, OpenQuestionEvent, OpenQuestionModeration } from './schema.ts'
import { hostView, ownView, participantView, recap, screenView } from './views.ts'

/** A question answered in one's own words; the facilitator may keep an answer off the screen. */
export const openQuestion = defineNodeType({
  type: 'open-question',
  config: OpenQuestionConfig,
  command: OpenQuestionCommand,
  moderation: OpenQuestionModeration,
  event: OpenQuestionEvent,
  collects: true,
  finishes: false,
  closesWhenAllDone: false,
  timing: (config) => ({ readSeconds: 0, answerSeconds: config.answerSeconds ?? null }),
  goesOnAfter: () => null,
  initial: noAnswers,
  decide: decideOpenQuestion,
  moderate: moderateOpenQuestion,
  evolve: evolveOpenQuestion,
  isDone: (state, id) => state.slots.has(id),
  points: () => null,
  showsScoreboard: () => false,
  participant: participantView,
  screen: screenView,
  host: hostView,
  own: ownView,
  hasGiven: (state, id) => state.slots.has(id),
  recap,
  headline: (config) => firstLine(config.text),
})
