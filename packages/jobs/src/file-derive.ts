import { z } from 'zod'
import type { JobKind } from './job-kind.ts'

/** Of a clean file smaller pictures are to be made. */
export const FileDerive = z.strictObject({ fileId: z.uuid() })
export type FileDerive = z.output<typeof FileDerive>

/** The worker makes what is shown of a file: no metadata, the right way up, fit for a phone. */
export const fileDerive = {
  queue: 'file-derive',
  payload: FileDerive,
  id: ({ fileId }) => fileId,
  due: () => 0,
  // What cannot be read does not get better; what failed for want of room may.
  retry: { attempts: 5, firstPauseMs: 5_000, factor: 5, longestPauseMs: 1_800_000 },
  // Each takes a core and a picture's worth of memory.
  concurrency: 2,
  lockMs: 60_000,
} satisfies JobKind<FileDerive>
