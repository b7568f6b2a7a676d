/** Lifecycle of a session: `created → lobby → active ⇄ paused → completed | ended`. */
export const sessionPhases = ['created', 'lobby', 'active', 'paused', 'completed', 'ended'] as const
export type SessionPhase = (typeof sessionPhases)[number]

/** Lifecycle of a step that collects something: `pending → open → closed → revealed`; one that only shows stays `open`. */
export type StepPhase = 'pending' | 'open' | 'closed' | 'revealed'

/** True once nothing can change any more. */
export const isOver = (phase: SessionPhase): boolean => phase === 'completed' || phase === 'ended'
