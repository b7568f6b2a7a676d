import { z } from 'zod'

/** Where a picture is: an address of the web (https), or a file of this installation (`/files/…`). */
const ImageUrl = z
  .string()
  .max(2_000)
  .regex(/^(https:\/\/|\/files\/)[^\s"'<>\\]+$/, 'an https address or a file of this installation')

/** A picture with words for those who cannot see it. */
export const Image = z.strictObject({ url: ImageUrl, alt: z.string().max(500).default('') })
export type Image = z.output<typeof Image>
