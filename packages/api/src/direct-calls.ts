import type { z } from 'zod'
import type { Call, Context, Outlet } from './context.ts'
import { guard, guardByCaller } from './guard.ts'
import {
  CommandInput,
  command,
  follow,
  JoinInput,
  join,
  LiveInput,
  leave,
  ReceiptsInput,
  reportReceipts,
  Wish,
} from './live-calls.ts'
import { refusal } from './refusal.ts'
import { wireVersion } from './wire.ts'

type Run = (ctx: Context, input: unknown, call: Call) => Promise<unknown>

const checked =
  <Input>(schema: z.ZodType<Input>, run: (ctx: Context, input: Input, call: Call) => Promise<unknown>): Run =>
  (ctx, input, call) =>
    run(ctx, schema.parse(input), call)

const calls = {
  'sessions.join': checked(JoinInput, join),
  'sessions.leave': checked(Wish, leave),
  'sessions.command': checked(CommandInput, command),
  'sessions.reportReceipts': checked(ReceiptsInput, reportReceipts),
} as const satisfies Record<string, Run>

/** A mutation that phones make over their connection: worth a way of its own. */
export type DirectCall = keyof typeof calls

export const isDirectCall = (path: unknown): path is DirectCall =>
  typeof path === 'string' && Object.hasOwn(calls, path)

export const directView = 'sessions.live'

/**
 * Answers as the procedure of this name: with the same checks, in the same order, but without what tRPC does for any call.
 * Throws where the procedure would refuse; then it is asked itself, which is harmless because a wish counts once.
 */
export function callDirectly(ctx: Context, path: DirectCall, input: unknown): Promise<unknown> {
  return ctx
    .follow({ path, input: async () => input }, (call) => {
      speaksOurs(ctx)
      const run = () => calls[path](ctx, input, call)
      // A vote is not worth a turn of the loop for a question that is answered already.
      const answered = guardByCaller(ctx, path) ? run() : guard(ctx, path, async () => input).then(run)
      return answered.then((data) => ({ ok: true as const, data }))
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
