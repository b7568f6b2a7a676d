import { type TrackedEnvelope, tracked } from '@trpc/server'
// Names tRPC's type of a tracked envelope, which the declarations of this package have to spell out.
import type {} from '@trpc/server/unstable-core-do-not-import'
import { z } from 'zod'
import type { Context, StoredSession } from '../context.ts'
import { actingAs, existing, readableWorkshop, sessionsOf } from '../guard.ts'
import { JoinCode, SessionId, WorkshopId } from '../ids.ts'
import {
  CommandInput,
  command,
  JoinInput,
  join,
  LiveInput,
  leave,
  live,
  ReceiptsInput,
  reportReceipts,
  Wish,
} from '../live-calls.ts'
import { refusal } from '../refusal.ts'
import { openProcedure, personProcedure, router, wishProcedure } from '../trpc.ts'
import type { LiveMessage } from '../wire.ts'

export const BeatInput = z.strictObject({ sessionId: SessionId, page: z.uuid() })

/** Live sessions. */
export const sessionsRouter = router({
  create: personProcedure
    .input(z.strictObject({ workshopId: WorkshopId, hostName: z.string().trim().max(40).default('') }))
    .mutation(async ({ ctx, input }) => {
      const workshop = await readableWorkshop(ctx, ctx.user.id, input.workshopId)
      await ctx.limits.take('newSessionsByAddress', ctx.address)
      const session = await ctx.sessions.create({ workshop, facilitatorId: ctx.user.id, hostName: input.hostName })
      return { sessionId: session.id, code: session.joinCode, screenKey: session.screenKey }
    }),

  /** The session behind a code. */
  lookup: openProcedure.input(z.strictObject({ code: JoinCode })).query(async ({ ctx, input }) => {
    // Whoever guessed too often learns nothing any more, not even that a guess is right.
    await mayGuess(ctx)
    const session = await ctx.sessions.byCode(input.code)
    if (session !== null) {
      // Nor that one of many guesses at once was.
      await mayGuess(ctx)
      return visitorCard(session)
    }
    await ctx.limits.take('wrongCodesByAll', 'all')
    await ctx.limits.take('wrongCodesByAddress', ctx.address)
    throw refusal('unknown_code')
  }),

  /** A session as this user may know it: the screen's key only for those who run it. */
  get: personProcedure.input(z.strictObject({ sessionId: SessionId })).query(async ({ ctx, input }) => {
    const session = await existing(ctx, input.sessionId)
    const userId = await actingAs(ctx, session.id)
    const standing = await ctx.rooms.standing(session.id, userId)
    return { ...visitorCard(session), userId, standing, screenKey: standing.isFacilitator ? session.screenKey : null }
  }),

  /** What a screen needs besides the live view: the code to show. */
  screen: openProcedure
    .input(z.strictObject({ sessionId: SessionId, screenKey: z.string().max(200).optional() }))
    .query(async ({ ctx, input }) => {
      const session = await existing(ctx, input.sessionId)
      return visitorCard(session)
    }),

  /** Sessions the user runs or ran, newest first. */
  mine: personProcedure.query(async ({ ctx }) => {
    const sessions = await sessionsOf(ctx)
    return sessions.map((session) => ({ ...visitorCard(session), createdAt: session.createdAt }))
  }),

  join: wishProcedure.input(JoinInput).mutation(({ ctx, input }) => join(ctx, input, ctx.call)),

  leave: wishProcedure.input(Wish).mutation(({ ctx, input }) => leave(ctx, input, ctx.call)),

  command: wishProcedure.input(CommandInput).mutation(({ ctx, input }) => command(ctx, input, ctx.call)),

  /** Still there; see `beatMs`. */
  beat: openProcedure.input(BeatInput).mutation(({ ctx, input }) => {
    ctx.rooms.beat(input.sessionId, input.page)
    return { heard: true }
  }),

  /** What this device was told about its commands, so that it can be compared with what was counted. */
  reportReceipts: personProcedure.input(ReceiptsInput).mutation(({ ctx, input }) => reportReceipts(ctx, input)),

  /** Promised and counted, for those who run the session. */
  receipts: personProcedure.input(z.strictObject({ sessionId: SessionId })).query(async ({ ctx, input }) => {
    const session = await existing(ctx, input.sessionId)
    return ctx.receipts.of(session.id)
  }),

  /** The server's clock in epoch ms, for phones to measure their offset. */
  clock: openProcedure.query(({ ctx }) => ctx.now()),

  /** What does not work just now: consoles ask every few seconds. */
  trouble: personProcedure.query(({ ctx }) => ctx.trouble()),

  live: openProcedure.input(LiveInput).subscription(async function* ({
    ctx,
    input,
    signal,
  }): AsyncGenerator<TrackedEnvelope<LiveMessage>> {
    const until = signal ?? new AbortController().signal
    for await (const message of live(ctx, input, until)) yield tracked(String(message.version), message)
  }),

  report: personProcedure.input(z.strictObject({ sessionId: SessionId })).query(async ({ ctx, input }) => {
    const session = await existing(ctx, input.sessionId)
    return ctx.rooms.report(session.id)
  }),
})

/** Throws a refusal when there were too many wrong codes, from there or from everywhere. */
async function mayGuess({ limits, address }: Pick<Context, 'limits' | 'address'>): Promise<void> {
  await Promise.all([limits.check('wrongCodesByAddress', address), limits.check('wrongCodesByAll', 'all')])
}

function visitorCard({ id, joinCode, title, hostName, status }: StoredSession) {
  return { sessionId: id, code: joinCode, title, host: hostName, status }
}
