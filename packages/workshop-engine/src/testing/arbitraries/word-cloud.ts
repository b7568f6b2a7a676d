import fc from 'fast-check'
import type { WordCloudCommand, WordCloudConfig, WordCloudModeration } from '../../nodes/word-cloud/schema.ts'
import type { NodeArbitraries } from './node-arbitraries.ts'
import { typed, words } from './words.ts'

/** A few words in several spellings, so that people meet in them; and whatever else is typed. */
const word = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('sun', 'Sun', 'SUN!', 'rain', ' Rain', '2024') },
  words,
  typed,
)

export const wordCloudArbitraries: NodeArbitraries<WordCloudConfig, WordCloudCommand, WordCloudModeration> = {
  config: fc.record(
    {
      text: words,
      maxWords: fc.integer({ min: 1, max: 3 }),
      maxLength: fc.constantFrom(5, 25),
      answerSeconds: fc.integer({ min: 1, max: 60 }),
      results: fc.constantFrom('live', 'reveal'),
    },
    { requiredKeys: ['text', 'maxWords', 'maxLength', 'results'] },
  ),
  act: () => fc.record({ type: fc.constantFrom('add', 'add', 'take_back'), text: word }),
  moderation: () =>
    fc.record({
      type: fc.constant('hide' as const),
      word: fc.constantFrom('sun', 'rain', '2024', '__proto__', 'x'),
      hidden: fc.boolean(),
    }),
  twin: (config) => config,
}
