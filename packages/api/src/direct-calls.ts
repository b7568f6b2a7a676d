import type { z } from 'zod'
import type { CommandResult } from './command-result.ts'
import type { Call, Context, Outlet } from './context.ts'
import { guard, guardByCaller } from './guard.ts'
import { CommandInput, command, follow, JoinInput, join, LiveInput } from './live-calls.ts'
import { refusal } from './refusal.ts'
import { wireVersion } from './wire.ts'

type Submit = (ctx: Context, input: unknown, call: Call) => Promise<CommandResult>

const checked =
  <Input>(schema: z.ZodType<Input>, run: (ctx: Context, input: Input, call: Call) => Promise<CommandResult>): Submit =>
  (ctx, input, call) =>
    run(ctx, schema.parse(input), call)

const wishes = {
  'sessions.join': checked(JoinInput, join),
  'sessions.command': checked(CommandInput, command),
} as const satisfies Record<string, Submit>

/** A mutation that phones make so often that it is worth a way of its own. */
export type DirectWish = keyof typeof wishes

export const isDirectWish = (path: unknown): path is DirectWish =>
  typeof path === 'string' && Object.hasOwn(wishes, path)

export const directView = 'sessions.live'

/**
 * Answers as the procedure of this name: with the same checks, in the same order, but without what tRPC does for any call.
 * Throws where the procedure would refuse; then it is asked itself, which is harmless because a wish counts once.
 */
export function submitDirectly(ctx: Context, path: DirectWish, input: unknown): Promise<CommandResult> {
  return ctx
    .follow({ path, input: async () => input }, (call) => {
      speaksOurs(ctx)
      if (!guardByCaller(ctx, path)) throw refusal('signed_out')
      return wishes[path](ctx, input, call).then((data) => ({ ok: true as const, data }))
    })
    .then(({ data }) => data)
}

type Begin = (outlet: Outlet, signal: AbortSignal) => Promise<{ stop(): void }>

/** The same for the live view: resolves to what begins it, and throws where the subscription would not even start. */
export async function watchDirectly(ctx: Context, input: unknown): Promise<Begin> {
  const { data } = await ctx.follow({ path: directView, input: async () => input }, async () => {
    speaksOurs(ctx)
    await guard(ctx, directView, async () => input)
    const asked = LiveInput.parse(input)
    const begin: Begin = (outlet, signal) => follow(ctx, asked, outlet, signal)
    return { ok: true as const, data: begin }
  })
  return data
}

function speaksOurs({ wireVersion: spoken }: Context): void {
  if (spoken !== null && spoken !== wireVersion) throw refusal('outdated_client')
}
