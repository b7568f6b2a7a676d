// Names tRPC's type of a tracked envelope, which the declarations of this package have to spell out.
import type {} from '@trpc/server/unstable-core-do-not-import'
import { accountRouter } from './router/account.ts'
import { adminRouter } from './router/admin.ts'
import { authRouter } from './router/auth.ts'
import { filesRouter } from './router/files.ts'
import { installationRouter } from './router/installation.ts'
import { internalRouter } from './router/internal.ts'
import { opsRouter } from './router/ops.ts'
import { sessionsRouter } from './router/sessions.ts'
import { workshopsRouter } from './router/workshops.ts'
import { router } from './trpc.ts'

/** The whole API, a line per area. */
export const appRouter = router({
  installation: installationRouter,
  auth: authRouter,
  account: accountRouter,
  admin: adminRouter,
  workshops: workshopsRouter,
  sessions: sessionsRouter,
  ops: opsRouter,
  files: filesRouter,
  internal: internalRouter,
})

export type AppRouter = typeof appRouter
