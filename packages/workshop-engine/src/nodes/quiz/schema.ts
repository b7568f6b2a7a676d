import { z } from 'zod'
import { Image } from '../image.ts'

const Option = z
  .strictObject({
    text: z.string().trim().max(300).default(''),
    image: Image.optional(),
    correct: z.boolean().default(false),
  })
  .refine((option) => option.text !== '' || option.image !== undefined, 'an option needs a text or a picture')

export const QuizConfig = z
  .strictObject({
    text: z.string().trim().min(1).max(1_000),
    image: Image.optional(),
    options: z.array(Option).min(2).max(8),
    /** Seconds to read before answers are taken. */
    readSeconds: z.number().min(0).max(600).default(0),
    /** Seconds to answer; without it, until the facilitator closes. */
    answerSeconds: z.number().min(1).max(3_600).optional(),
    /** Points for a right answer given at once. */
    points: z.int().min(0).max(10_000).default(1_000),
    /** Quick answers earn more (only with `answerSeconds`). */
    speedBonus: z.boolean().default(true),
    /** Markdown, shown after the reveal. */
    explanation: z.string().max(5_000).optional(),
    showScoreboard: z.boolean().default(true),
  })
  .refine((quiz) => quiz.options.some((option) => option.correct), {
    path: ['options'],
    message: 'at least one option has to be correct',
  })
export type QuizConfig = z.output<typeof QuizConfig>

/** `choice`: indices of the picked options, from 0. */
export const QuizCommand = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('answer'), choice: z.array(z.int().min(0).max(7)).min(1).max(8) }),
])
export type QuizCommand = z.output<typeof QuizCommand>

/** `elapsed`: ms from when answering began. */
export const QuizEvent = z.object({ type: z.literal('answered'), choice: z.array(z.int()), elapsed: z.number() })
export type QuizEvent = z.output<typeof QuizEvent>
