import { engine, type HumuusCommand } from '@humuus/workshop-engine'
import { type TrackedEnvelope, tracked } from '@trpc/server'
// Names tRPC's type of a tracked envelope, which the declarations of this package have to spell out.
import type {} from '@trpc/server/unstable-core-do-not-import'
import { z } from 'zod'
import type { Context, StoredSession, Viewer } from '../context.ts'
import { CommandId, JoinCode, SessionId, WorkshopId } from '../ids.ts'
import { refusal } from '../refusal.ts'
import { router, userProcedure, visitorProcedure } from '../trpc.ts'
import { type LiveMessage, maxReceipts } from '../wire.ts'
import { readable } from './workshops.ts'

/** A wish in a session. */
export const Wish = z.strictObject({ sessionId: SessionId, commandId: CommandId })

export const JoinInput = Wish.extend({ name: z.string().max(400) })

export const CommandInput = Wish.extend({
  command: engine.command as z.ZodType<HumuusCommand>,
  /** When the person did it, by the server's clock as the device knows it (epoch ms): time on the way costs nobody points. */
  givenAt: z.number().min(0).max(8_640_000_000_000_000).optional(),
})

export const LiveInput = z.strictObject({
  sessionId: SessionId,
  role: z.enum(['participant', 'screen', 'host']),
  /** Lets a screen look on without an account. */
  screenKey: z.string().max(200).optional(),
  /** The version last seen; set by the client's link when it reconnects. */
  lastEventId: z
    .string()
    .regex(/^\d{1,15}$/)
    .nullish(),
  /** The page or program that watches; it may watch several times. */
  page: z.uuid().optional(),
  /** It calls `beat` every few seconds, because its connection does not tell when it dies (event streams). */
  beats: z.boolean().optional(),
})

export const BeatInput = z.strictObject({ sessionId: SessionId, page: z.uuid() })

const Receipt = z.array(CommandId).max(maxReceipts)
const Count = z.int().min(0).max(1_000_000)

export const ReceiptsInput = z.strictObject({
  sessionId: SessionId,
  ledgerId: z.uuid(),
  issued: Count,
  waiting: Count,
  acknowledged: Receipt,
  refused: Receipt,
})

/** Live sessions. */
export const sessionsRouter = router({
  create: userProcedure
    .input(z.strictObject({ workshopId: WorkshopId, hostName: z.string().trim().max(40).default('') }))
    .mutation(async ({ ctx, input }) => {
      const workshop = await readable(ctx, ctx.user.id, input.workshopId)
      const session = await ctx.sessions.create({ workshop, facilitatorId: ctx.user.id, hostName: input.hostName })
      return { sessionId: session.id, code: session.joinCode, screenKey: session.screenKey }
    }),

  /** The session behind a code. */
  lookup: visitorProcedure.input(z.strictObject({ code: JoinCode })).query(async ({ ctx, input }) => {
    const session = await ctx.sessions.byCode(input.code)
    if (session === null) throw refusal('unknown_code')
    return visitorCard(session)
  }),

  /** A session as this user may know it: the screen's key only for those who run it. */
  get: userProcedure.input(z.strictObject({ sessionId: SessionId })).query(async ({ ctx, input }) => {
    const session = await existing(ctx, input.sessionId)
    const standing = await ctx.rooms.standing(session.id, ctx.user.id)
    return { ...visitorCard(session), standing, screenKey: standing.isFacilitator ? session.screenKey : null }
  }),

  /** What a screen needs besides the live view: the code to show. */
  screen: visitorProcedure
    .input(z.strictObject({ sessionId: SessionId, screenKey: z.string().max(200).optional() }))
    .query(async ({ ctx, input }) => {
      const session = await existing(ctx, input.sessionId)
      await mayLook(ctx, session, input.screenKey)
      return visitorCard(session)
    }),

  /** Sessions the user runs or ran, newest first. */
  mine: userProcedure.query(async ({ ctx }) => {
    const sessions = await ctx.sessions.listByFacilitator(ctx.user.id)
    return sessions.map((session) => ({ ...visitorCard(session), createdAt: session.createdAt }))
  }),

  join: userProcedure.input(JoinInput).mutation(({ ctx, input }) =>
    ctx.rooms.submit(input.sessionId, {
      commandId: input.commandId,
      userId: ctx.user.id,
      command: { type: 'join', name: input.name },
      givenAt: null,
    }),
  ),

  leave: userProcedure.input(Wish).mutation(({ ctx, input }) =>
    ctx.rooms.submit(input.sessionId, {
      commandId: input.commandId,
      userId: ctx.user.id,
      command: { type: 'leave' },
      givenAt: null,
    }),
  ),

  command: userProcedure.input(CommandInput).mutation(({ ctx, input }) =>
    ctx.rooms.submit(input.sessionId, {
      commandId: input.commandId,
      userId: ctx.user.id,
      command: input.command,
      givenAt: input.givenAt ?? null,
    }),
  ),

  /** Still there; see `beatMs`. */
  beat: visitorProcedure.input(BeatInput).mutation(({ ctx, input }) => {
    ctx.rooms.beat(input.sessionId, input.page)
    return { heard: true }
  }),

  /** What this device was told about its commands, so that it can be compared with what was counted. */
  reportReceipts: userProcedure.input(ReceiptsInput).mutation(async ({ ctx, input }) => {
    const standing = await ctx.rooms.standing(input.sessionId, ctx.user.id)
    if (!standing.isFacilitator && standing.participant === null) throw refusal('not_joined')
    await ctx.receipts.report({ ...input, userId: ctx.user.id })
    return { kept: true }
  }),

  /** Promised and counted, for those who run the session. */
  receipts: userProcedure.input(z.strictObject({ sessionId: SessionId })).query(async ({ ctx, input }) => {
    const session = await existing(ctx, input.sessionId)
    const { isFacilitator } = await ctx.rooms.standing(session.id, ctx.user.id)
    if (!isFacilitator) throw refusal('not_allowed')
    return ctx.receipts.of(session.id)
  }),

  /** The server's clock in epoch ms, for phones to measure their offset. */
  clock: visitorProcedure.query(({ ctx }) => ctx.now()),

  /** What does not work just now: consoles ask every few seconds. */
  trouble: userProcedure.query(({ ctx }) => ctx.trouble()),

  live: visitorProcedure.input(LiveInput).subscription(async function* ({
    ctx,
    input,
    signal,
  }): AsyncGenerator<TrackedEnvelope<LiveMessage>> {
    const session = await existing(ctx, input.sessionId)
    const viewer = await viewerOf(ctx, session, input)
    const watching = {
      since: input.lastEventId ? Number(input.lastEventId) : null,
      page: input.page ?? crypto.randomUUID(),
      beats: input.beats ?? false,
      room: ctx.room,
    }
    const until = signal ?? new AbortController().signal
    for await (const message of ctx.rooms.live(session.id, viewer, watching, until)) {
      yield tracked(String(message.version), message)
    }
  }),

  report: userProcedure.input(z.strictObject({ sessionId: SessionId })).query(async ({ ctx, input }) => {
    const session = await existing(ctx, input.sessionId)
    const { isFacilitator } = await ctx.rooms.standing(session.id, ctx.user.id)
    if (!isFacilitator) throw refusal('not_allowed')
    return ctx.rooms.report(session.id)
  }),
})

async function existing(ctx: Context, sessionId: string): Promise<StoredSession> {
  const session = await ctx.sessions.get(sessionId)
  if (session === null) throw refusal('unknown_session')
  return session
}

function visitorCard({ id, joinCode, title, hostName, status }: StoredSession) {
  return { sessionId: id, code: joinCode, title, host: hostName, status }
}

async function viewerOf(ctx: Context, session: StoredSession, input: z.output<typeof LiveInput>): Promise<Viewer> {
  if (input.role === 'screen') {
    await mayLook(ctx, session, input.screenKey)
    return { role: 'screen' }
  }
  if (ctx.user === null) throw refusal('signed_out')
  const standing = await ctx.rooms.standing(session.id, ctx.user.id)
  if (input.role === 'host') {
    if (!standing.isFacilitator) throw refusal('not_allowed')
    return { role: 'host', userId: ctx.user.id }
  }
  if (standing.participant === 'kicked') throw refusal('kicked')
  if (standing.participant === null || standing.participant === 'left') throw refusal('not_joined')
  return { role: 'participant', userId: ctx.user.id }
}

async function mayLook(ctx: Context, session: StoredSession, screenKey: string | undefined): Promise<void> {
  if (screenKey === session.screenKey) return
  const standing = ctx.user ? await ctx.rooms.standing(session.id, ctx.user.id) : null
  if (!standing?.isFacilitator) throw refusal('not_allowed')
}
