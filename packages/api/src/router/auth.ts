import { z } from 'zod'
import type { Context, IssuedToken } from '../context.ts'
import { openProcedure, personProcedure, router } from '../trpc.ts'

/** `cookie`: httpOnly, for browsers; `bearer`: in the answer, for programs and embedded pages. */
const Delivery = z.enum(['cookie', 'bearer']).default('cookie')

const Device = z.strictObject({
  deviceId: z.uuid(),
  /** 32 random bytes as base64url, made and kept by the client; the server stores only their SHA-256. */
  secret: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
})

/** Words that are judged by the server, in words: here only their size is bounded, by that of a request. */
export const Typed = z.string().max(1_048_576)

/** Signing in and out. Times are by the server's clock, which every answer tells (epoch ms). */
export const authRouter = router({
  device: openProcedure.input(Device.extend({ delivery: Delivery })).mutation(async ({ ctx, input }) => {
    const { deviceId, secret, delivery } = input
    const issued = await ctx.signIns.device({ deviceId, secret, label: ctx.label }, ctx.address)
    return delivered(ctx, issued, delivery)
  }),

  email: openProcedure
    .input(
      z.strictObject({
        email: Typed,
        password: Typed,
        device: Device,
        takeAlong: z.boolean().nullable().default(null),
        delivery: Delivery,
      }),
    )
    .mutation(async ({ ctx, input: { delivery, ...input } }) => {
      const device = { ...input.device, label: ctx.label }
      const { status, ...result } = await ctx.signIns.email({ ...input, device }, ctx.address)
      if (status === 'ask') return { status, ...(result as { workshops: number; sessions: number }) }
      return { status, ...delivered(ctx, result as IssuedToken, delivery) }
    }),

  /** Ends a sign-in through a provider that led to `/sign-in?ask=take-along`: the key is what stands there behind the #. */
  provider: personProcedure
    .input(z.strictObject({ key: z.string().max(200), takeAlong: z.boolean(), device: Device, delivery: Delivery }))
    .mutation(async ({ ctx, input: { delivery, ...input } }) => {
      const device = { ...input.device, label: ctx.label }
      const issued = await ctx.signIns.provider({ ...input, device }, ctx.user, ctx.address)
      return { status: 'signed_in' as const, ...delivered(ctx, issued, delivery) }
    }),

  /** The token for the next days, in exchange for the one that the request came with. */
  renew: personProcedure.input(z.strictObject({ delivery: Delivery })).mutation(async ({ ctx, input }) => {
    return delivered(ctx, await ctx.signIns.renew(ctx.user), input.delivery)
  }),

  /** Whose token the request came with. Also says that it has arrived. */
  me: openProcedure.query(async ({ ctx }) => {
    if (ctx.user === null) return null
    const { me, renewed } = await ctx.signIns.arrived(ctx.user)
    if (renewed !== null) ctx.cookie.set(renewed.token, renewed.expiresAt)
    return { ...me, expiresAt: renewed?.expiresAt ?? ctx.user.expiresAt, now: ctx.now() }
  }),

  signOut: openProcedure.mutation(async ({ ctx }) => {
    ctx.cookie.clear()
    if (ctx.user !== null) await ctx.signIns.signOut(ctx.user)
    return { signedOut: true }
  }),
})

function delivered(ctx: Context, { userId, token, expiresAt }: IssuedToken, delivery: z.output<typeof Delivery>) {
  if (delivery === 'bearer') return { userId, expiresAt, now: ctx.now(), token }
  ctx.cookie.set(token, expiresAt)
  return { userId, expiresAt, now: ctx.now(), token: null }
}
