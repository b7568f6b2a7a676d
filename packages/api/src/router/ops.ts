import { z } from 'zod'
import { personProcedure, router } from '../trpc.ts'
import { overview } from './ops-overview.ts'

const DeadLetterId = z.strictObject({ queue: z.string().min(1).max(50), jobId: z.string().min(1).max(200) })

/** What the worker does, for those who look after an installation. */
export const opsRouter = router({
  overview,

  queues: personProcedure.query(({ ctx }) => ctx.jobs.queues()),

  deadLetters: personProcedure.query(({ ctx }) => ctx.jobs.deadLetters()),

  retryJob: personProcedure.input(DeadLetterId).mutation(async ({ ctx, input }) => {
    return { retried: await ctx.jobs.retry(input.queue, input.jobId) }
  }),

  discardJob: personProcedure.input(DeadLetterId).mutation(async ({ ctx, input }) => {
    return { discarded: await ctx.jobs.discard(input.queue, input.jobId) }
  }),
})
