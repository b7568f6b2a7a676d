import { z } from 'zod'
import type { JobKind } from './job-kind.ts'

/** Files whose time is over are to go. */
export const FileExpiry = z.strictObject({})
export type FileExpiry = z.output<typeof FileExpiry>

/** Asked for every so often: whatever is over is removed, whichever run finds it. */
export const fileExpiry = {
  queue: 'file-expiry',
  payload: FileExpiry,
  id: () => 'expiry',
  due: () => 0,
  retry: { attempts: 8, firstPauseMs: 5_000, factor: 3, longestPauseMs: 600_000 },
  // Two at a time would only take turns at the same rows.
  concurrency: 1,
  lockMs: 60_000,
} satisfies JobKind<FileExpiry>
