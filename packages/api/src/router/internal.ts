import { z } from 'zod'
import { SessionId } from '../ids.ts'
import { router, workerProcedure } from '../trpc.ts'

/** What the worker may ask. */
export const internalRouter = router({
  /** A clock of this session may be due; harmless when it is not. */
  tick: workerProcedure
    .input(z.strictObject({ sessionId: SessionId }))
    .mutation(({ ctx, input }) => ctx.rooms.tick(input.sessionId)),
})
