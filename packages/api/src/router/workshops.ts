import { engine, type WorkshopPlan } from '@humuus/workshop-engine'
import { z } from 'zod'
import type { StoredWorkshop } from '../context.ts'
import { existingWorkshop, sessionsOf } from '../guard.ts'
import { WorkshopId } from '../ids.ts'
import { personProcedure, router } from '../trpc.ts'

/** The library of workshops. */
export const workshopsRouter = router({
  list: personProcedure.query(async ({ ctx }) => {
    const [workshops, sessions] = await Promise.all([ctx.workshops.list(ctx.user.id), sessionsOf(ctx)])
    return workshops.map((workshop) => ({
      ...card(workshop, ctx.user.id),
      lastRunAt: sessions.find((session) => session.workshopId === workshop.id)?.createdAt ?? null,
    }))
  }),

  get: personProcedure.input(z.strictObject({ id: WorkshopId })).query(async ({ ctx, input }) => {
    const workshop = await existingWorkshop(ctx, input.id)
    return { ...card(workshop, ctx.user.id), plan: workshop.plan }
  }),

  /** Takes a workshop file; what is wrong with it comes back by path, as a value. */
  create: personProcedure.input(z.strictObject({ file: z.unknown() })).mutation(async ({ ctx, input }) => {
    const parsed = engine.plan.safeParse(input.file)
    if (!parsed.success) return { ok: false as const, issues: issuesOf(parsed.error) }
    await ctx.limits.take('newWorkshopsByAddress', ctx.address)
    const workshop = await ctx.workshops.create({ ownerId: ctx.user.id, plan: parsed.data })
    return { ok: true as const, id: workshop.id }
  }),

  remove: personProcedure.input(z.strictObject({ id: WorkshopId })).mutation(async ({ ctx, input }) => {
    await ctx.workshops.remove(input.id)
    return { removed: true }
  }),
})

function card({ id, title, plan, ownerId, updatedAt }: StoredWorkshop, userId: string) {
  return {
    id,
    title,
    description: plan.description ?? null,
    mine: ownerId === userId,
    updatedAt,
    minutes: minutes(plan),
    steps: plan.nodes.map((node) => ({ type: node.type, title: headline(node) })),
  }
}

const minutes = (plan: WorkshopPlan): number => plan.nodes.reduce((sum, node) => sum + (node.minutes ?? 0), 0)

function headline(node: WorkshopPlan['nodes'][number]): string {
  return node.title ?? engine.types.find((type) => type.type === node.type)?.headline(node.data as never) ?? node.type
}

/** At most this many complaints are told at once. */
const maxIssues = 20

function issuesOf(error: z.ZodError): { path: string; message: string }[] {
  return error.issues.slice(0, maxIssues).map((issue) => ({ path: issue.path.join('.'), message: issue.message }))
}
