import type { AppRouter } from '@humuus/api'
import { createTRPCReact } from '@trpc/react-query'

/** The API as hooks, typed end to end; works below a `LiveProvider`. */
export const trpc = createTRPCReact<AppRouter>()
