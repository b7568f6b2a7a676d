import { z } from 'zod'
import { FileId, FileKind, fileFacts } from '../../file-news.ts'

export const uploadLimits = { filesPerPerson: 20, votesPerPerson: 10, captionLength: 140 } as const

export const UploadConfig = z.strictObject({
  text: z.string().trim().min(1).max(1_000),
  /** What people may give; videos are large, so only where the plan asks for them. */
  accepts: z
    .array(FileKind)
    .min(1)
    .refine((kinds) => new Set(kinds).size === kinds.length, 'each kind once')
    .default(['picture', 'audio', 'document']),
  /** How many files one person may give. */
  maxFiles: z.int().min(1).max(uploadLimits.filesPerPerson).default(5),
  answerSeconds: z.number().min(1).max(3_600).optional(),
  /** `after`: a file is on the wall once it is ready, and may be hidden; `before`: only once a facilitator shows it. */
  moderation: z.enum(['after', 'before']).default('after'),
  /** `live`: the wall fills on the screen as files come in; `reveal`: it is there only once it is shown. */
  results: z.enum(['live', 'reveal']).default('live'),
  /** Names stand beside files. */
  showNames: z.boolean().default(false),
  /** People may say something about their files. */
  captions: z.boolean().default(true),
  /** How many files one person may vote for; where it is more than none, phones see the wall while the step is open. */
  votes: z.int().min(0).max(uploadLimits.votesPerPerson).default(0),
})
export type UploadConfig = z.output<typeof UploadConfig>

export const UploadCommand = z.discriminatedUnion('type', [
  /** About a file of one's own; an empty text takes it away. */
  z.strictObject({
    type: z.literal('caption'),
    fileId: FileId,
    text: z.string().max(uploadLimits.captionLength * 4),
  }),
  z.strictObject({ type: z.literal('vote'), fileId: FileId, on: z.boolean() }),
])
export type UploadCommand = z.output<typeof UploadCommand>

export const UploadModeration = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('show'), fileId: FileId }),
  z.strictObject({ type: z.literal('hide'), fileId: FileId }),
  /** One file of the wall, large on the screen; `null`: the wall again. */
  z.strictObject({ type: z.literal('highlight'), fileId: FileId.nullable() }),
])
export type UploadModeration = z.output<typeof UploadModeration>

const fileId = z.string()

/** What becomes of a file stands in the log under the person whose it is. */
export const UploadEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('received'), fileId, kind: FileKind }),
  z.object({ type: z.literal('ready'), fileId, kind: FileKind, ...fileFacts }),
  z.object({ type: z.literal('refused'), fileId, why: z.string() }),
  z.object({ type: z.literal('removed'), fileId }),
  z.object({ type: z.literal('captioned'), fileId, text: z.string() }),
  z.object({ type: z.literal('voted'), fileId, on: z.boolean() }),
  z.object({ type: z.literal('judged'), fileId, owner: z.string(), shown: z.boolean() }),
  z.object({ type: z.literal('highlighted'), fileId: fileId.nullable() }),
])
export type UploadEvent = z.output<typeof UploadEvent>
