import fc from 'fast-check'
import type { QuizCommand, QuizConfig } from '../../nodes/quiz/schema.ts'
import { choiceAmong } from './choice.ts'
import { image } from './image.ts'
import { type NodeArbitraries, watched } from './node-arbitraries.ts'
import { words } from './words.ts'

const option = fc.record({ text: words, image, correct: fc.boolean() }, { requiredKeys: ['text', 'correct'] })

/** At least one option has to be correct. */
function withAnswer(options: QuizConfig['options'], at: number): QuizConfig['options'] {
  return options.map((one, index) => (index === at % options.length ? { ...one, correct: true } : one))
}

/** As many right answers, but other ones where there is a choice. */
function turned(options: QuizConfig['options']): QuizConfig['options'] {
  return options.map((one, index) => ({ ...one, correct: options.at(index - 1)?.correct === true }))
}

export const quizArbitraries: NodeArbitraries<QuizConfig, QuizCommand, never> = {
  moderation: watched.moderation,
  config: fc.record(
    {
      text: words,
      image,
      options: fc
        .tuple(fc.array(option, { minLength: 2, maxLength: 4 }), fc.nat(3))
        .map(([all, at]) => withAnswer(all, at)),
      readSeconds: fc.constantFrom(0, 0, 3),
      answerSeconds: fc.integer({ min: 1, max: 60 }),
      points: fc.integer({ min: 0, max: 2_000 }),
      speedBonus: fc.boolean(),
      explanation: words,
      showScoreboard: fc.boolean(),
    },
    { requiredKeys: ['text', 'options', 'readSeconds', 'points', 'speedBonus', 'showScoreboard'] },
  ),
  act: (config) => choiceAmong(config.options.length, 7).map((choice) => ({ type: 'answer', choice })),
  twin: (config) => ({
    ...config,
    options: turned(config.options),
    points: config.points + 1,
    speedBonus: !config.speedBonus,
    explanation: `${config.explanation ?? ''}, the other way round`,
    showScoreboard: !config.showScoreboard,
  }),
}
