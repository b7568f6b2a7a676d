import type { Context, StoredSession, Viewer } from './context.ts'
import { actingAs, guardSession } from './guard.ts'
import { refusal } from './refusal.ts'
import { viewRights } from './rights.ts'

/** Through whose eyes somebody wants to see a session; throws a refusal unless they may. */
export async function viewerOf(
  ctx: Context,
  session: StoredSession,
  { role, screenKey }: { role: Viewer['role']; screenKey?: string | undefined },
): Promise<Viewer> {
  if (ctx.user === null && ctx.rejection !== null && role !== 'screen') throw refusal(ctx.rejection.code)
  await guardSession(ctx, viewRights[role], session, screenKey ?? ctx.screenKey)
  return role === 'screen' ? { role } : { role, userId: await actingAs(ctx, session.id) }
}
