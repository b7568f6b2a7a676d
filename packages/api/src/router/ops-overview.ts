import { personProcedure } from '../trpc.ts'

/** The whole installation in numbers, as they are now. */
export const overview = personProcedure.query(({ ctx }) => ctx.ops.overview())
