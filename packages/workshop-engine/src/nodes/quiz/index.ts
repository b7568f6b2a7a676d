import { defineNodeType } from '../../node-type.ts'
import { firstLine } from '../first-line.ts'
import { unmoderated } from '../showing.ts'
import { emptyTally } from '../tally.ts'
import { decideQuiz, evolveQuiz, quizPoints } from './rules.ts'
import { QuizCommand, QuizConfig, QuizEvent } from './schema.ts'
import { hallView, hostView, ownView, recap } from './views.ts'

/** A question with right answers: read, answer, lock, reveal, points. */
export const quiz = defineNodeType({
  ...unmoderated,
  type: 'quiz',
  config: QuizConfig,
  command: QuizCommand,
  event: QuizEvent,
  collects: true,
  finishes: false,
  closesWhenAllDone: true,
  timing: (config) => ({ readSeconds: config.readSeconds, answerSeconds: config.answerSeconds ?? null }),
  goesOnAfter: () => null,
  initial: (config) => emptyTally(config.options.length),
  decide: decideQuiz,
  evolve: evolveQuiz,
  isDone: (tally, id) => tally.answers.has(id),
  points: quizPoints,
  showsScoreboard: (config) => config.showScoreboard,
  participant: hallView,
  screen: hallView,
  host: hostView,
  own: ownView,
  hasGiven: (tally, id) => tally.answers.has(id),
  recap,
  headline: (config) => firstLine(config.text),
})
