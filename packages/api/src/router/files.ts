import { z } from 'zod'
import type { Context } from '../context.ts'
import { actingAs, existing } from '../guard.ts'
import { FileId, NodeId, SessionId } from '../ids.ts'
import { refusal } from '../refusal.ts'
import { openProcedure, personProcedure, router } from '../trpc.ts'
import { viewerOf } from '../viewer-of.ts'

const OfSession = z.strictObject({ sessionId: SessionId })
const OfFile = z.strictObject({ fileId: FileId })

/** Addresses that are asked for at once. */
const maxLinks = 100

/** The longest that anybody can want: ten years. */
const maxDays = 3_650

/** Files that people sent, and pictures of workshops. Their bytes come and go over `/files`. */
export const filesRouter = router({
  limits: openProcedure.query(({ ctx }) => ctx.files.limits()),

  /** Addresses of the files that a view of a session names, as far as this role may see them. */
  links: openProcedure
    .input(
      OfSession.extend({
        role: z.enum(['participant', 'screen', 'host']),
        ids: z.array(FileId).max(maxLinks),
        screenKey: z.string().max(200).optional(),
      }),
    )
    .query(async ({ ctx, input }) => {
      const session = await existing(ctx, input.sessionId)
      return ctx.files.links(session.id, await viewerOf(ctx, session, input), input.ids)
    }),

  /** What this person sent to the session, and what became of it. */
  mine: personProcedure
    .input(OfSession)
    .query(async ({ ctx, input }) => ctx.files.mine(input.sessionId, await actingAs(ctx, input.sessionId))),

  ofSession: personProcedure.input(OfSession).query(({ ctx, input }) => ctx.files.ofSession(input.sessionId)),

  /** By whoever sent it, or by those who run the session. To everybody else it looks as if there was none. */
  remove: personProcedure.input(OfFile).mutation(async ({ ctx, input }) => {
    if (!(await mayRemove(ctx, input.fileId))) throw refusal('file_gone')
    await ctx.files.remove(input.fileId)
    return { removed: true }
  }),

  /** Whether the files of the session outlive their time. */
  keep: personProcedure.input(OfSession.extend({ kept: z.boolean() })).mutation(async ({ ctx, input }) => {
    await ctx.files.keep(input.sessionId, input.kept)
    return ctx.files.ofSession(input.sessionId)
  }),

  /** Days after the session's end for which its files are kept; 0 deletes them now, `null` is the usual time. */
  expire: personProcedure
    .input(OfSession.extend({ days: z.int().min(0).max(maxDays).nullable() }))
    .mutation(async ({ ctx, input }) => {
      await ctx.files.expire(input.sessionId, input.days)
      return ctx.files.ofSession(input.sessionId)
    }),

  /** Where all files of a step can be fetched as one. */
  archive: personProcedure
    .input(OfSession.extend({ nodeId: NodeId }))
    .query(({ ctx, input }) => ctx.files.archive(input.sessionId, input.nodeId)),

  /** Media that this person uploaded for their workshops, newest first. */
  media: personProcedure.query(({ ctx }) => ctx.files.media(ctx.user)),

  removeMedia: personProcedure.input(OfFile).mutation(async ({ ctx, input }) => {
    const file = await ctx.files.whose(input.fileId)
    if (file?.purpose !== 'media' || !isMine(ctx, file.ownerId)) throw refusal('file_gone')
    await ctx.files.removeMedia(input.fileId)
    return { removed: true }
  }),
})

const isMine = ({ user }: Context, ownerId: string): boolean =>
  user !== null && [user.id, ...user.formerIds].includes(ownerId)

async function mayRemove(ctx: Context, fileId: string): Promise<boolean> {
  const file = await ctx.files.whose(fileId)
  if (file === null || file.purpose !== 'answer') return false
  if (isMine(ctx, file.ownerId)) return true
  if (file.sessionId === null) return false
  const { isFacilitator } = await ctx.rooms.standing(file.sessionId, await actingAs(ctx, file.sessionId))
  return isFacilitator
}
