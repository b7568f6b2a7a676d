import { z } from 'zod'
import { openProcedure, personProcedure, router } from '../trpc.ts'
import { Typed } from './auth.ts'

const Language = z.enum(['de', 'en'])

/** What stands behind the # of a link. */
const Key = z.string().max(200)

/** Somebody's own account. */
export const accountRouter = router({
  get: personProcedure.query(({ ctx }) => ctx.accounts.profile(ctx.user)),

  update: personProcedure
    .input(
      z.strictObject({
        name: z.string().max(400).optional(),
        /** Seed of the picture that is drawn; null: that of the account. */
        avatar: z
          .string()
          .regex(/^[\w-]{1,64}$/)
          .nullable()
          .optional(),
        language: Language.optional(),
      }),
    )
    .mutation(async ({ ctx, input: { name, avatar, language } }) => {
      await ctx.accounts.update(ctx.user, {
        ...(name !== undefined && { name }),
        ...(avatar !== undefined && { avatar }),
        ...(language !== undefined && { language }),
      })
      return ctx.accounts.profile(ctx.user)
    }),

  register: personProcedure
    .input(z.strictObject({ email: Typed, password: Typed, language: Language }))
    .mutation(({ ctx, input }) => ctx.accounts.register(ctx.user, input, ctx.address)),

  confirmEmail: openProcedure
    .input(z.strictObject({ key: Key }))
    .mutation(({ ctx, input }) => ctx.accounts.confirmEmail(input.key, ctx.address)),

  forgotPassword: openProcedure
    .input(z.strictObject({ email: Typed, language: Language }))
    .mutation(async ({ ctx, input }) => {
      await ctx.accounts.forgotPassword(input, ctx.address)
      return { sent: true }
    }),

  resetPassword: openProcedure.input(z.strictObject({ key: Key, password: Typed })).mutation(async ({ ctx, input }) => {
    await ctx.accounts.resetPassword(input, ctx.address)
    return { changed: true }
  }),

  changePassword: personProcedure
    .input(z.strictObject({ current: Typed, password: Typed }))
    .mutation(async ({ ctx, input }) => {
      await ctx.accounts.changePassword(ctx.user, input)
      return { changed: true }
    }),

  changeEmail: personProcedure
    .input(z.strictObject({ email: Typed, password: Typed, language: Language }))
    .mutation(({ ctx, input }) => ctx.accounts.changeEmail(ctx.user, input, ctx.address)),

  devices: personProcedure.query(({ ctx }) => ctx.accounts.devices(ctx.user)),

  signOutDevice: personProcedure.input(z.strictObject({ deviceId: z.uuid() })).mutation(async ({ ctx, input }) => {
    await ctx.accounts.signOutDevice(ctx.user, input.deviceId)
    return { signedOut: true }
  }),

  /** Everything that is kept about the person. A mutation, because it is counted and never fetched by itself. */
  export: personProcedure.mutation(({ ctx }) => ctx.accounts.export(ctx.user)),

  remove: personProcedure.input(z.strictObject({ password: Typed.nullable() })).mutation(async ({ ctx, input }) => {
    await ctx.accounts.remove(ctx.user, input.password)
    ctx.cookie.clear()
    return { removed: true }
  }),

  acceptInvitation: personProcedure
    .input(z.strictObject({ key: Key }))
    .mutation(({ ctx, input }) => ctx.accounts.acceptInvitation(ctx.user, input.key, ctx.address)),

  becomeAdmin: personProcedure.input(z.strictObject({ key: Key })).mutation(async ({ ctx, input }) => {
    await ctx.accounts.becomeAdmin(ctx.user, input.key, ctx.address)
    return { isAdmin: true }
  }),
})
