import { z } from 'zod'
import type { JobKind } from './job-kind.ts'

/** A file waits to be looked through before anybody else may see it. */
export const FileScan = z.strictObject({ fileId: z.uuid() })
export type FileScan = z.output<typeof FileScan>

/** The worker gives the file to the scanner and tells the server what it found. */
export const fileScan = {
  queue: 'file-scan',
  payload: FileScan,
  id: ({ fileId }) => fileId,
  due: () => 0,
  // A scanner that is away comes back: about a day of patience, and asked every few minutes meanwhile.
  retry: { attempts: 400, firstPauseMs: 2_000, factor: 2, longestPauseMs: 300_000 },
  concurrency: 4,
  lockMs: 60_000,
} satisfies JobKind<FileScan>
