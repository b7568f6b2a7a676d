import type { Map as PersistentMap } from 'immutable'
import { z } from 'zod'
import type { ParticipantId } from '../node-type.ts'

/** For step types whose answers need no moderation. */
export const unmoderated = {
  moderation: z.never(),
  moderate: () => ({ ok: true, events: [] }) as const,
} as const

/** What all step types share that only show something: nothing is gathered, nothing closes. */
export const showing = {
  command: z.never(),
  ...unmoderated,
  event: z.never(),
  collects: false,
  closesWhenAllDone: false,
  timing: () => ({ readSeconds: 0, answerSeconds: null }),
  initial: (): null => null,
  decide: () => ({ ok: true, events: [] }) as const,
  evolve: (): null => null,
  isDone: () => false,
  points: (): PersistentMap<ParticipantId, number> | null => null,
  showsScoreboard: () => false,
  own: () => ({}),
  hasGiven: () => false,
  recap: () => null,
} as const
