import { z } from 'zod'
import { MailId } from '../ids.ts'
import { personProcedure, router } from '../trpc.ts'
import { Typed } from './auth.ts'

const Role = z.enum(['member', 'host', 'admin'])
const Person = z.strictObject({ userId: z.uuid() })

/** What those do who look after an installation. */
export const adminRouter = router({
  /** People with an address or a role, newest first; found by name or address. */
  people: personProcedure
    .input(z.strictObject({ search: z.string().max(200).default('') }))
    .query(({ ctx, input }) => ctx.people.list(input.search)),

  setRole: personProcedure.input(Person.extend({ role: Role })).mutation(async ({ ctx, input }) => {
    await ctx.people.setRole(input.userId, input.role)
    return { role: input.role }
  }),

  removePerson: personProcedure.input(Person).mutation(async ({ ctx, input }) => {
    await ctx.people.remove(input.userId)
    return { removed: true }
  }),

  invite: personProcedure
    .input(z.strictObject({ email: Typed, role: Role, language: z.enum(['de', 'en']) }))
    .mutation(({ ctx, input }) => ctx.people.invite(ctx.user, input)),

  invitations: personProcedure.query(({ ctx }) => ctx.people.invitations()),

  /** What is on its way, was given up, or waits to be passed on by hand. */
  mails: personProcedure.query(({ ctx }) => ctx.mails.list()),

  removeMail: personProcedure.input(z.strictObject({ mailId: MailId })).mutation(async ({ ctx, input }) => {
    return { removed: await ctx.mails.remove(input.mailId) }
  }),
})
