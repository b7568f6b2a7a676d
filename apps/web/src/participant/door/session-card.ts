import type { AppRouter } from '@humuus/api'
import type { inferRouterOutputs } from '@trpc/server'

/** What anybody with the code may know of a session: its title, who hosts, how far it is. */
export type SessionCard = inferRouterOutputs<AppRouter>['sessions']['lookup']

/** Whether nothing happens there any more. */
export const isOver = ({ status }: SessionCard): boolean => status === 'completed' || status === 'ended'
