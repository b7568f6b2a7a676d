import { engine, type HumuusCommand } from '@humuus/workshop-engine'
import { z } from 'zod'
import type { CommandResult } from './command-result.ts'
import type { Call, Context, Outlet } from './context.ts'
import { actingAs, existing } from './guard.ts'
import { CommandId, SessionId } from './ids.ts'
import { viewerOf } from './viewer-of.ts'
import type { LiveMessage } from './wire.ts'

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

/** Somebody wants to be let in. */
export async function join(ctx: Context, input: z.output<typeof JoinInput>, call?: Call): Promise<CommandResult> {
  const { sessionId, commandId, name } = input
  const userId = await actingAs(ctx, sessionId)
  return ctx.rooms.submit(sessionId, { commandId, userId, command: { type: 'join', name }, givenAt: null }, call)
}

/** Somebody does something in a session. */
export async function command(ctx: Context, input: z.output<typeof CommandInput>, call?: Call): Promise<CommandResult> {
  const { sessionId, commandId, command, givenAt = null } = input
  const userId = await actingAs(ctx, sessionId)
  return ctx.rooms.submit(sessionId, { commandId, userId, command, givenAt }, call)
}

/** What somebody sees of a session, from their cursor on. With an `outlet`, all but the first message go there. */
export async function* live(
  ctx: Context,
  input: z.output<typeof LiveInput>,
  until: AbortSignal,
  outlet?: Outlet,
): AsyncGenerator<LiveMessage> {
  const session = await existing(ctx, input.sessionId)
  const viewer = await viewerOf(ctx, session, input)
  const watching = {
    since: input.lastEventId ? Number(input.lastEventId) : null,
    page: input.page ?? crypto.randomUUID(),
    beats: input.beats ?? false,
    room: ctx.room,
    outlet,
  }
  yield* ctx.rooms.live(session.id, viewer, watching, until)
}
