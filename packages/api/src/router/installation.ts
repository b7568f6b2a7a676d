import { openProcedure, router } from '../trpc.ts'

/** How this installation is set up. */
export const installationRouter = router({
  get: openProcedure.query(({ ctx }) => ctx.installation),
})
