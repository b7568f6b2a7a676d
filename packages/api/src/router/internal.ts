import { z } from 'zod'
import { fileRejectionCodes } from '../file-rejection.ts'
import { FileId, MailId, SessionId } from '../ids.ts'
import { router, workerProcedure } from '../trpc.ts'

const OfMail = z.strictObject({ mailId: MailId })

const OfFile = z.strictObject({ fileId: FileId })

const Measure = z.number().min(0).max(1e9).optional()

const Variant = z.strictObject({
  variant: z.enum(['thumb', 'screen', 'full']),
  key: z.string().max(200),
  type: z.string().max(100),
  size: z.int().min(0),
  digest: z.string().regex(/^[0-9a-f]{64}$/),
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
    .mutation(({ ctx, input }) => ctx.rooms.tick(input.sessionId)),

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

  /** The file if it still has to be scanned, or prepared; `null` when there is nothing to do any more. */
  takeFile: workerProcedure
    .input(OfFile.extend({ step: z.enum(['scan', 'derive']) }))
    .mutation(({ ctx, input }) => ctx.fileWork.take(input.fileId, input.step)),

  fileScanned: workerProcedure
    .input(OfFile.extend({ outcome: z.enum(['clean', 'infected', 'unscanned']) }))
    .mutation(({ ctx, input }) => ctx.fileWork.scanned(input.fileId, input.outcome)),

  /** The clean forms of the file are in the storage. */
  fileDerived: workerProcedure
    .input(OfFile.extend({ variants: z.array(Variant).min(1).max(10) }))
    .mutation(({ ctx, input }) => ctx.fileWork.derived(input.fileId, input.variants)),

  /** The file cannot be used. */
  fileRefused: workerProcedure
    .input(
      OfFile.extend({
        code: z.enum(fileRejectionCodes),
        params: z.record(z.string().max(40), z.union([z.string().max(200), z.number()])).optional(),
      }),
    )
    .mutation(({ ctx, input: { fileId, ...trouble } }) =>
      ctx.fileWork.refused(fileId, {
        code: trouble.code,
        ...(trouble.params !== undefined && { params: trouble.params }),
      }),
    ),

  /** Deletes some of the files whose time is over; to be repeated while there are more. */
  expireFiles: workerProcedure
    .input(z.strictObject({ limit: z.int().min(1).max(1_000).default(200) }))
    .mutation(({ ctx, input }) => ctx.fileWork.expire(input.limit)),

  /** Looks for bytes without a row and rows without bytes. */
  reconcileFiles: workerProcedure.mutation(({ ctx }) => ctx.fileWork.reconcile()),
})
