import { z } from 'zod'
import type { JobKind } from './job-kind.ts'

/** What is cleared away by itself; what each one means is the server's to know. */
export const housekeepingTasks = [
  'empty-lobbies',
  'unused-devices',
  'old-sign-ins',
  'used-keys',
  'old-mails',
  'old-limits',
] as const

export const Housekeeping = z.strictObject({ task: z.enum(housekeepingTasks) })
export type Housekeeping = z.output<typeof Housekeeping>

/** Asked for every so often, a job per task: one that fails does not keep the others waiting. */
export const housekeeping = {
  queue: 'housekeeping',
  payload: Housekeeping,
  id: ({ task }) => task,
  due: () => 0,
  retry: { attempts: 8, firstPauseMs: 5_000, factor: 3, longestPauseMs: 600_000 },
  // One after the other: nobody waits for it, and people want the database.
  concurrency: 1,
  lockMs: 60_000,
} satisfies JobKind<Housekeeping>
