import { z } from 'zod'
import { fileRejectionCodes } from '../file-rejection.ts'
import { housekeepingTasks } from '../housekeeping-port.ts'
import { FileId, MailId, SessionId } from '../ids.ts'
import { WorkerReport } from '../program-report.ts'
import { router, workerProcedure } from '../trpc.ts'

const OfMail = z.strictObject({ mailId: MailId })

const OfFile = z.strictObject({ fileId: FileId })

/** SHA-256 in hex. */
const Digest = z.string().regex(/^[0-9a-f]{64}$/)

const Measure = z.number().min(0).max(1e9).optional()

const Variant = z.strictObject({
  variant: z.enum(['thumb', 'screen', 'full']),
  key: z.string().max(200),
  type: z.string().max(100),
  size: z.int().min(0),
  digest: Digest,
  width: Measure,
  height: Measure,
  seconds: Measure,
  pages: Measure,
})

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
  /** The file if it still has to be scanned, or prepared; `null` when there is nothing to do any more. */
  takeFile: workerProcedure.input(OfFile).mutation(({ ctx, input }) => ctx.fileWork.take(input.fileId)),

  fileScanned: workerProcedure
    .input(
      OfFile.extend({
        outcome: z.enum(['clean', 'infected', 'failed']),
        digest: Digest.optional(),
        size: z.int().min(0).optional(),
        /** The signature that was found, or why it cannot be scanned. */
        words: z.string().max(1_000).optional(),
      }),
    )
    .mutation(async ({ ctx, input }) => {
      await ctx.fileWork.scanned(input.fileId, input.outcome)
      return { noted: true }
    }),

  /** The clean forms of the file are in the storage. */
  fileDerived: workerProcedure
    .input(OfFile.extend({ variants: z.array(Variant).min(1).max(10) }))
    .mutation(async ({ ctx, input }) => ({ isWanted: await ctx.fileWork.derived(input.fileId, input.variants) })),

  /** The file cannot be used. */
  fileRefused: workerProcedure
    .input(
      OfFile.extend({
        code: z.enum(fileRejectionCodes),
        params: z.record(z.string().max(40), z.union([z.string().max(200), z.number()])).optional(),
      }),
    )
    .mutation(async ({ ctx, input: { fileId, code, params } }) => {
      await ctx.fileWork.refused(fileId, { code, ...(params !== undefined && { params }) })
      return { noted: true }
    }),

  /** Deletes some of the files whose time is over; to be repeated while there are more. */
  expireFiles: workerProcedure
    .input(z.strictObject({ limit: z.int().min(1).max(1_000).default(200) }))
    .mutation(({ ctx, input }) => ctx.fileWork.expire(input.limit)),

  /** Looks for bytes without a row and rows without bytes. */
  reconcileFiles: workerProcedure.mutation(({ ctx }) => ctx.fileWork.reconcile()),
})
