import type { SessionCard } from '../../live/look-up.ts'

export type { SessionCard } from '../../live/look-up.ts'

/** Whether nothing happens there any more. */
export const isOver = ({ status }: SessionCard): boolean => status === 'completed' || status === 'ended'
