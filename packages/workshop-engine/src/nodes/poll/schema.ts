import { z } from 'zod'
import { Image } from '../image.ts'

export const pollLimits = { options: 12, text: 300 } as const

const Option = z
  .strictObject({ text: z.string().trim().max(pollLimits.text).default(''), image: Image.optional() })
  .refine((option) => option.text !== '' || option.image !== undefined, 'an option needs a text or a picture')

export const PollConfig = z
  .strictObject({
    text: z.string().trim().min(1).max(1_000),
    options: z.array(Option).min(2).max(pollLimits.options),
    /** How many options one person may pick. */
    maxChoices: z.int().min(1).max(12).default(1),
    answerSeconds: z.number().min(1).max(3_600).optional(),
    /** `live`: the hall sees the bars grow; `reveal`: only once they are shown. */
    results: z.enum(['live', 'reveal']).default('reveal'),
  })
  .refine((poll) => poll.maxChoices <= poll.options.length, {
    path: ['maxChoices'],
    message: 'no more choices than options',
  })
export type PollConfig = z.output<typeof PollConfig>

/** `choice`: indices of the picked options, from 0. */
export const PollCommand = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('vote'), choice: z.array(z.int().min(0).max(11)).min(1).max(12) }),
])
export type PollCommand = z.output<typeof PollCommand>

export const PollEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('voted'), choice: z.array(z.int()), elapsed: z.number() }),
  /** A card became one more option, after those that were there. */
  z.object({ type: z.literal('option_added'), text: z.string() }),
])
export type PollEvent = z.output<typeof PollEvent>
