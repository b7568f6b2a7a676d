import { z } from 'zod'

export const wordCloudLimits = { wordsPerPerson: 10, length: 60 } as const

export const WordCloudConfig = z.strictObject({
  text: z.string().trim().min(1).max(1_000),
  /** How many words one person may give. */
  maxWords: z.int().min(1).max(wordCloudLimits.wordsPerPerson).default(3),
  /** Longest word in characters; a few words with spaces between them are one, too. */
  maxLength: z.int().min(1).max(wordCloudLimits.length).default(25),
  answerSeconds: z.number().min(1).max(3_600).optional(),
  /** `live`: the hall sees the cloud grow; `reveal`: only once it is shown. */
  results: z.enum(['live', 'reveal']).default('live'),
})
export type WordCloudConfig = z.output<typeof WordCloudConfig>

const Text = z.string().max(wordCloudLimits.length * 4)

/** A word is taken back by what it says, in any spelling. */
export const WordCloudCommand = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('add'), text: Text }),
  z.strictObject({ type: z.literal('take_back'), text: Text }),
])
export type WordCloudCommand = z.output<typeof WordCloudCommand>

/** A facilitator takes a word from the cloud, in all its spellings, or puts it back. */
export const WordCloudModeration = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('hide'), word: z.string().max(2_000), hidden: z.boolean() }),
])
export type WordCloudModeration = z.output<typeof WordCloudModeration>

/** `word` is what spellings have in common, kept beside the text: what a later version folds differently stays as it was counted. */
export const WordCloudEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('added'), word: z.string(), text: z.string() }),
  z.object({ type: z.literal('taken_back'), word: z.string() }),
  z.object({ type: z.literal('hidden'), word: z.string(), hidden: z.boolean() }),
])
export type WordCloudEvent = z.output<typeof WordCloudEvent>
