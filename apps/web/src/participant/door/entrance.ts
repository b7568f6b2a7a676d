import type { AppRouter } from '@humuus/api'
import type { RejectionCode } from '@humuus/workshop-engine'
import type { inferRouterOutputs } from '@trpc/server'

type Standing = inferRouterOutputs<AppRouter>['sessions']['get']['standing']['participant']

/** Where somebody with the right code stands. `name`: says who they are and joins. */
export type Entrance = 'in' | 'name' | 'kicked' | 'over'

/** Who is in goes straight in, also to look back; who was kicked is told; a stranger is asked for a name while it runs. */
export function entrance(standing: Standing, sessionIsOver: boolean): Entrance {
  if (standing === 'present' || standing === 'away') return 'in'
  if (sessionIsOver) return 'over'
  return standing === 'kicked' ? 'kicked' : 'name'
}

/** Refusals that are about the door and not about the name. */
export const doorRefusals = [
  'not_open_yet',
  'session_full',
  'late_join_closed',
  'session_over',
  'kicked',
] as const satisfies readonly RejectionCode[]

export type DoorRefusal = (typeof doorRefusals)[number]

/** The refusal as one of the door; `null` when it is about something else. */
export const doorRefusal = (code: RejectionCode): DoorRefusal | null => doorRefusals.find((one) => one === code) ?? null
