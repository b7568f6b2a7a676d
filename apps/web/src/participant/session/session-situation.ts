import { createContext, useContext } from 'react'

/** What everything inside a session may ask about. */
export interface SessionSituation {
  readonly sessionId: string
  /** Language of the workshop's own words, where its author named one. */
  readonly language: 'de' | 'en' | undefined
  readonly myName: string
  /** After all revealed steps; `place` is `null` while nothing is scored. */
  readonly points: number
  readonly place: number | null
}

const Situation = createContext<SessionSituation | null>(null)

export const SessionSituationProvider = Situation.Provider

/** The session that is shown; throws outside of one. */
export function useSessionSituation(): SessionSituation {
  const situation = useContext(Situation)
  if (situation === null) throw new Error('this is shown within a session')
  return situation
}
