import { z } from 'zod'
import type { JobKind } from './job-kind.ts'

/** A mail waits in the database. What it says and to whom is not in the queue. */
export const MailJob = z.strictObject({ mailId: z.uuid() })
export type MailJob = z.output<typeof MailJob>

/** The worker takes the mail from the server and sends it. */
export const mail = {
  queue: 'mail',
  payload: MailJob,
  id: ({ mailId }) => mailId,
  due: () => 0,
  // Somebody waits for it now; a mail server that puts strangers off wants minutes, one that is broken hours.
  retry: { attempts: 6, firstPauseMs: 10_000, factor: 6, longestPauseMs: 4 * 3_600_000 },
  concurrency: 4,
  // Longer than an attempt to send may take, or another worker would send it, too.
  lockMs: 180_000,
} satisfies JobKind<MailJob>
