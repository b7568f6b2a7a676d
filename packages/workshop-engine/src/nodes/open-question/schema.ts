import { z } from 'zod'

const openQuestionLimits = { answersPerPerson: 10, length: 1_000 } as const

export const OpenQuestionConfig = z.strictObject({
  text: z.string().trim().min(1).max(1_000),
  /** How many answers one person may give. */
  maxAnswers: z.int().min(1).max(openQuestionLimits.answersPerPerson).default(1),
  /** Longest answer in characters. */
  maxLength: z.int().min(1).max(openQuestionLimits.length).default(280),
  answerSeconds: z.number().min(1).max(3_600).optional(),
  /** `live`: answers appear on the screen as they come in; `reveal`: only once they are shown. */
  results: z.enum(['live', 'reveal']).default('reveal'),
  /** Names stand beside the answers. */
  showNames: z.boolean().default(false),
})
export type OpenQuestionConfig = z.output<typeof OpenQuestionConfig>

/** `slot`: which of one's answers, from 0; writing a slot again changes it, an empty text takes it back. */
export const OpenQuestionCommand = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('answer'),
    slot: z
      .int()
      .min(0)
      .max(openQuestionLimits.answersPerPerson - 1),
    text: z.string().max(openQuestionLimits.length * 4),
  }),
])
export type OpenQuestionCommand = z.output<typeof OpenQuestionCommand>

/** A facilitator takes an answer from the screen, or puts it back. */
export const OpenQuestionModeration = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('hide'), answerId: z.string().max(300), hidden: z.boolean() }),
])
export type OpenQuestionModeration = z.output<typeof OpenQuestionModeration>

export const OpenQuestionEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('answered'), slot: z.int(), text: z.string() }),
  z.object({ type: z.literal('hidden'), answerId: z.string(), hidden: z.boolean() }),
])
export type OpenQuestionEvent = z.output<typeof OpenQuestionEvent>
