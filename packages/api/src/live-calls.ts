import { engine, type HumuusCommand } from '@humuus/workshop-engine'
import { z } from 'zod'
import type { CommandResult } from './command-result.ts'
import type { Call, Context, Outlet, Viewer, ViewStart } from './context.ts'
import { asActor, existing } from './guard.ts'
import { CommandId, SessionId } from './ids.ts'
import { viewerOf } from './viewer-of.ts'
import { type LiveMessage, maxReceipts } from './wire.ts'

/** A wish in a session. */
export const Wish = z.strictObject({ sessionId: SessionId, commandId: CommandId })

export const JoinInput = Wish.extend({ name: z.string().max(400) })

export const CommandInput = Wish.extend({
  command: engine.command as z.ZodType<HumuusCommand>,
  /** When the person did it, by the server's clock as the device knows it (epoch ms): time on the way costs nobody points. */
  givenAt: z.number().min(0).max(8_640_000_000_000_000).optional(),
})

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
export function join(ctx: Context, input: z.output<typeof JoinInput>, call?: Call): Promise<CommandResult> {
  const { sessionId, commandId, name } = input
  return asActor(ctx, sessionId, (userId) =>
    ctx.rooms.submit(sessionId, { commandId, userId, command: { type: 'join', name }, givenAt: null }, call),
  )
}

/** Somebody goes on purpose. */
export function leave(ctx: Context, input: z.output<typeof Wish>, call?: Call): Promise<CommandResult> {
  const { sessionId, commandId } = input
  return asActor(ctx, sessionId, (userId) =>
    ctx.rooms.submit(sessionId, { commandId, userId, command: { type: 'leave' }, givenAt: null }, call),
  )
}

/** What a device was told about its commands, so that it can be compared with what was counted. */
export function reportReceipts(ctx: Context, input: z.output<typeof ReceiptsInput>): Promise<{ kept: true }> {
  return asActor(ctx, input.sessionId, async (userId) => {
    await ctx.receipts.report({ ...input, userId })
    return { kept: true }
  })
}

/** Somebody does something in a session. */
export function command(ctx: Context, input: z.output<typeof CommandInput>, call?: Call): Promise<CommandResult> {
  const { sessionId, commandId, command, givenAt = null } = input
  return asActor(ctx, sessionId, (userId) => ctx.rooms.submit(sessionId, { commandId, userId, command, givenAt }, call))
}

/** What somebody sees of a session, from their cursor on. */
export async function* live(
  ctx: Context,
  input: z.output<typeof LiveInput>,
  until: AbortSignal,
): AsyncGenerator<LiveMessage> {
  const { line } = ctx
  line.openView()
  try {
    const { sessionId, viewer } = await seenBy(ctx, input)
    // The first look is the largest message of all.
    await line.room(until)
    yield* ctx.rooms.live(sessionId, viewer, { ...viewStart(input), room: (signal) => line.room(signal) }, until)
  } finally {
    line.closeView()
  }
}

/** The same to an outlet, on a line whose views whoever calls counts; see `Rooms.follow`. */
export async function follow(
  ctx: Context,
  input: z.output<typeof LiveInput>,
  outlet: Outlet,
  signal: AbortSignal,
): Promise<{ stop(): void }> {
  const { sessionId, viewer } = await seenBy(ctx, input)
  await ctx.line.room(signal)
  return ctx.rooms.follow(sessionId, viewer, viewStart(input), outlet, signal)
}

async function seenBy(ctx: Context, input: z.output<typeof LiveInput>): Promise<{ sessionId: string; viewer: Viewer }> {
  const session = await existing(ctx, input.sessionId)
  return { sessionId: session.id, viewer: await viewerOf(ctx, session, input) }
}

const viewStart = ({ lastEventId, page, beats }: z.output<typeof LiveInput>): ViewStart => ({
  since: lastEventId ? Number(lastEventId) : null,
  page: page ?? crypto.randomUUID(),
  beats: beats ?? false,
})
