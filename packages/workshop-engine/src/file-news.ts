import { z } from 'zod'

/** What files people may give can be. */
export const fileKinds = ['picture', 'audio', 'video', 'document'] as const
export const FileKind = z.enum(fileKinds)
export type FileKind = z.output<typeof FileKind>

/** Id of a file, made by the device it comes from. */
export const FileId = z.string().min(1).max(100)

/** What is known of a file that may be shown: size in pixels as it is seen, length in seconds, number of pages. */
export const fileFacts = {
  /** False where nothing looked for viruses. */
  isScanned: z.boolean(),
  /** There is a small picture of it. */
  hasPreview: z.boolean(),
  width: z.int().min(1).optional(),
  height: z.int().min(1).optional(),
  seconds: z.number().min(0).optional(),
  pages: z.int().min(1).optional(),
} as const

/**
 * What becomes of a file. `received`: all of it is here, nobody else may see it yet. `ready`: checked and prepared. `refused`:
 * it never will be, `why` is a code. `removed`: somebody took it away, for good. Its name is not told: names of files hold names of people.
 */
export const FileNews = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('received'), kind: FileKind }),
  z.strictObject({ is: z.literal('ready'), kind: FileKind, ...fileFacts }),
  z.strictObject({ is: z.literal('refused'), why: z.string().min(1).max(40) }),
  z.strictObject({ is: z.literal('removed') }),
])
export type FileNews = z.output<typeof FileNews>

/** What somebody may still give at a step: files of these kinds, and how many more (at least one). */
export interface FileRules {
  readonly kinds: readonly FileKind[]
  readonly left: number
}

/** Through whose eyes a file would be seen. */
export type FileViewer = 'host' | 'screen' | { readonly participantId: string }
