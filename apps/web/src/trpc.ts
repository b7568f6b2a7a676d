import type { AppRouter } from '@humuus/api'
import { createTRPCReact } from '@trpc/react-query'

/** The API as hooks, typed end to end, for desk pages: desk-pages.ts says which. */
export const trpc = createTRPCReact<AppRouter>()
