import { z } from 'zod'
import { Image } from '../image.ts'

export const SlideConfig = z.strictObject({
  headline: z.string().max(300).optional(),
  subheading: z.string().max(300).optional(),
  /** GitHub-flavoured Markdown. */
  text: z.string().max(20_000).optional(),
  images: z.array(Image).max(6).default([]),
})
export type SlideConfig = z.output<typeof SlideConfig>
