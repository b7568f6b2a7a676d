import type { HostView } from '../console-state.ts'

type Role = HostView['facilitators'][string]['role']

/** What a console offers to do for somebody. */
export type PersonAction = 'rename' | 'add' | 'hand_over' | 'take_back' | 'step_back' | 'remove' | 'readmit'

export interface Concerned {
  readonly isMe: boolean
  /** What I am, and what they are, if anything beside a participant. */
  readonly mine: Role | null
  readonly theirs: Role | null
  readonly isOut: boolean
}

/** Offers only what the server will grant (its `commandRights`, which a test holds this against). */
export function personActions({ isMe, mine, theirs, isOut }: Concerned): readonly PersonAction[] {
  if (isOut) return ['readmit']
  const runsAll = mine === 'facilitator'
  return [
    'rename',
    ...(runsAll && theirs === null ? (['add'] as const) : []),
    ...(runsAll && theirs === 'co-facilitator' ? (['hand_over', 'take_back'] as const) : []),
    ...(isMe && theirs === 'co-facilitator' ? (['step_back'] as const) : []),
    ...(runsAll || isMe || theirs === null ? (['remove'] as const) : []),
  ]
}

/** Whether they may end the workshop and choose who helps. */
export const isFacilitator = ({ facilitators }: Pick<HostView, 'facilitators'>, userId: string): boolean =>
  facilitators[userId]?.role === 'facilitator'
