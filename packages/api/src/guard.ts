import { z } from 'zod'
import type { Context, StoredSession, StoredWorkshop, User } from './context.ts'
import { refusal } from './refusal.ts'
import { type Procedure, procedureRights, type Role } from './rights.ts'

/** What an input may name that decides who somebody is. Anything else in it is the procedure's own business. */
const Named = z.object({
  sessionId: z.uuid().optional().catch(undefined),
  screenKey: z.string().optional().catch(undefined),
  id: z.uuid().optional().catch(undefined),
})
type Named = z.output<typeof Named>

const sessionRoles: readonly Role[] = ['screen', 'participant', 'former', 'co-facilitator', 'facilitator']
const workshopRoles: readonly Role[] = ['author', 'reader']

/** Throws a refusal unless whoever asks may call this procedure with this input. */
export async function guard(ctx: Context, path: string, input: () => Promise<unknown>): Promise<void> {
  if (guardByCaller(ctx, path)) return
  const allowed = rightsOf(path)
  const named = Named.safeParse(allowed.some((role) => isAbout(role)) ? await input() : {})
  await guardBy(ctx, allowed, named.success ? named.data : {})
}

/** The same as far as it can be said without the input: true if they may, false if the input has to tell. */
export function guardByCaller(ctx: Context, path: string): boolean {
  const allowed = rightsOf(path)
  if (ctx.rejection !== null && !allowed.includes('visitor') && !allowed.includes('worker')) {
    throw refusal(ctx.rejection.code, ctx.rejection.params)
  }
  if (allowed.includes('visitor') || (allowed.includes('worker') && ctx.isWorker)) return true
  return allowed.includes('person') && ctx.user !== null
}

function rightsOf(path: string): readonly Role[] {
  if (!isProcedure(path)) throw refusal('not_allowed')
  return procedureRights[path]
}

const isProcedure = (path: string): path is Procedure => Object.hasOwn(procedureRights, path)

const isAbout = (role: Role): boolean => sessionRoles.includes(role) || workshopRoles.includes(role)

async function guardBy(ctx: Context, allowed: readonly Role[], named: Named): Promise<void> {
  if (allowed.some((role) => sessionRoles.includes(role))) {
    if (named.sessionId === undefined) throw refusal('malformed')
    const session = await existing(ctx, named.sessionId)
    return guardSession(ctx, allowed, session, named.screenKey ?? ctx.screenKey)
  }
  if (allowed.includes('worker')) throw refusal('not_allowed')
  if (ctx.user === null) throw refusal('signed_out')
  if (allowed.some((role) => workshopRoles.includes(role))) return guardWorkshop(ctx, ctx.user.id, allowed, named.id)
  const { mayHost, isAdmin } = await ctx.accounts.standing(ctx.user.id)
  if (allowed.includes('host') && !mayHost) throw refusal('may_not_host')
  if (allowed.includes('admin') && !isAdmin) throw refusal('not_allowed')
}

/** Throws a refusal unless whoever asks is one of these in the session. */
export async function guardSession(
  ctx: Context,
  allowed: readonly Role[],
  session: StoredSession,
  screenKey: string | undefined,
): Promise<void> {
  if (allowed.includes('screen') && screenKey === session.screenKey) return
  if (ctx.user === null)
    throw refusal(allowed.includes('screen') && screenKey !== undefined ? 'not_allowed' : 'signed_out')
  const { role, participant } = await ctx.rooms.standing(session.id, await actingAs(ctx, session.id))
  if (role !== null && allowed.includes(role)) return
  if (!allowed.includes('participant')) throw refusal('not_allowed')
  if (participant !== null && allowed.includes('former')) return
  if (participant === 'kicked') throw refusal('kicked')
  if (participant === null || participant === 'left') throw refusal('not_joined')
}

async function guardWorkshop(ctx: Context, userId: string, allowed: readonly Role[], id: string | undefined) {
  if (id === undefined) throw refusal('malformed')
  const workshop = await readableWorkshop(ctx, userId, id)
  if (workshop.ownerId !== userId && !allowed.includes('reader')) throw refusal('not_allowed')
}

/** Their own, or everybody's. Somebody else's looks as if it did not exist. */
export async function readableWorkshop(ctx: Context, userId: string, id: string): Promise<StoredWorkshop> {
  const workshop = await existingWorkshop(ctx, id)
  if (workshop.ownerId !== null && workshop.ownerId !== userId) throw refusal('unknown_workshop')
  return workshop
}

export async function existingWorkshop(ctx: Context, id: string): Promise<StoredWorkshop> {
  const workshop = await ctx.workshops.get(id)
  if (workshop === null) throw refusal('unknown_workshop')
  return workshop
}

export async function existing(ctx: Context, sessionId: string): Promise<StoredSession> {
  const session = await ctx.sessions.get(sessionId)
  if (session === null) throw refusal('unknown_session')
  return session
}

/**
 * The id under which somebody acts in a session: their own, or one they had before their accounts were joined, if it is
 * that one the session knows.
 */
export async function actingAs(ctx: Pick<Context, 'user' | 'rooms'>, sessionId: string): Promise<string> {
  const { user } = ctx
  if (user === null) throw refusal('signed_out')
  if (user.formerIds.length === 0) return user.id
  let known: string | null = null
  for (const id of [user.id, ...user.formerIds]) {
    const standing = await ctx.rooms.standing(sessionId, id)
    if (standing.role !== null) return id
    if (standing.participant !== null) known ??= id
  }
  return known ?? user.id
}

/** What somebody does in a session, under the id that `actingAs` tells; at once where there is no question which. */
export function asActor<Result>(
  ctx: Pick<Context, 'user' | 'rooms'>,
  sessionId: string,
  act: (userId: string) => Promise<Result>,
): Promise<Result> {
  const { user } = ctx
  return user !== null && user.formerIds.length === 0 ? act(user.id) : actingAs(ctx, sessionId).then(act)
}

/** Sessions that somebody runs or ran under any of their ids, newest first. */
export async function sessionsOf(ctx: Context & { user: User }): Promise<StoredSession[]> {
  const ids = [ctx.user.id, ...ctx.user.formerIds]
  const lists = await Promise.all(ids.map((id) => ctx.sessions.listByFacilitator(id)))
  return lists.flat().sort((a, b) => b.createdAt - a.createdAt)
}
