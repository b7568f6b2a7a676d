import { z } from 'zod'
import { MailId, SessionId } from '../ids.ts'
import { housekeepingTasks } from '../ops-ports.ts'
import { WorkerReport } from '../program-report.ts'
import { router, workerProcedure } from '../trpc.ts'

const OfMail = z.strictObject({ mailId: MailId })

/** What the worker may ask. */
export const internalRouter = router({
  /** A clock of this session may be due; harmless when it is not. */
  tick: workerProcedure
    .input(z.strictObject({ sessionId: SessionId }))
    .mutation(({ ctx, input }) => ctx.rooms.tick(input.sessionId, ctx.call)),

  /** The mail to send, or `null` when there is nothing to send any more. */
  takeMail: workerProcedure.input(OfMail).mutation(({ ctx, input }) => ctx.mails.take(input.mailId)),

  mailSent: workerProcedure.input(OfMail).mutation(async ({ ctx, input }) => {
    await ctx.mails.sent(input.mailId)
    return { noted: true }
  }),

  mailFailed: workerProcedure
    .input(OfMail.extend({ trouble: z.string().max(1_000), isLast: z.boolean() }))
    .mutation(async ({ ctx, input }) => {
      await ctx.mails.failed(input.mailId, input.trouble, input.isLast)
      return { noted: true }
    }),

  /** The worker that asks lives, and says a few numbers of itself. */
  lives: workerProcedure
    .input(z.strictObject({ workerId: z.uuid(), report: WorkerReport }))
    .mutation(async ({ ctx, input }) => {
      await ctx.ops.workerLives(input.workerId, input.report)
      return { noted: true }
    }),
  /** A round of clearing away; to be asked again as long as there is more. */
  housekeeping: workerProcedure
    .input(z.strictObject({ task: z.enum(housekeepingTasks) }))
    .mutation(({ ctx, input }) => ctx.housekeeping(input.task)),
})
