import fc from 'fast-check'
import type { PollCommand, PollConfig } from '../../nodes/poll/schema.ts'
import { choiceAmong } from './choice.ts'
import { image } from './image.ts'
import { type NodeArbitraries, watched } from './node-arbitraries.ts'
import { words } from './words.ts'

const option = fc.record({ text: words, image }, { requiredKeys: ['text'] })

export const pollArbitraries: NodeArbitraries<PollConfig, PollCommand, never> = {
  moderation: watched.moderation,
  config: fc.record(
    {
      text: words,
      options: fc.array(option, { minLength: 2, maxLength: 4 }),
      maxChoices: fc.integer({ min: 1, max: 2 }),
      answerSeconds: fc.integer({ min: 1, max: 60 }),
      results: fc.constantFrom('live', 'reveal'),
    },
    { requiredKeys: ['text', 'options', 'maxChoices', 'results'] },
  ),
  act: (config) => choiceAmong(config.options.length, 11).map((choice) => ({ type: 'vote', choice })),
  twin: (config) => config,
}
