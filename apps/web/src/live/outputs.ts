import type { AppRouter } from '@humuus/api'
import type { inferRouterOutputs } from '@trpc/server'

/** What every procedure answers, by area and name. */
export type RouterOutputs = inferRouterOutputs<AppRouter>
