import fc from 'fast-check'
import type {
  OpenQuestionCommand,
  OpenQuestionConfig,
  OpenQuestionModeration,
} from '../../nodes/open-question/schema.ts'
import type { NodeArbitraries } from './node-arbitraries.ts'
import { typed, words } from './words.ts'

export const openQuestionArbitraries: NodeArbitraries<OpenQuestionConfig, OpenQuestionCommand, OpenQuestionModeration> =
  {
    config: fc.record(
      {
        text: words,
        maxAnswers: fc.integer({ min: 1, max: 3 }),
        maxLength: fc.constantFrom(3, 280),
        answerSeconds: fc.integer({ min: 1, max: 60 }),
        results: fc.constantFrom('live', 'reveal'),
        showNames: fc.boolean(),
      },
      { requiredKeys: ['text', 'maxAnswers', 'maxLength', 'results', 'showNames'] },
    ),
    act: ({ maxAnswers }) =>
      fc.record({ type: fc.constant('answer' as const), slot: fc.nat(maxAnswers), text: fc.oneof(words, typed) }),
    moderation: () =>
      fc.record({
        type: fc.constant('hide' as const),
        answerId: fc.constantFrom('1', '2', '3', 'x'),
        hidden: fc.boolean(),
      }),
    twin: (config) => config,
  }
