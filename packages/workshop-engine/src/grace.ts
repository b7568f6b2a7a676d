import type { EpochMs } from './state.ts'

/** So long may an answer be on its way without costing its giver anything, in milliseconds; by lying about the time nobody gains more. */
export const answerGrace = 2_000

/** When something counts as done that came in now: when the person did it, as far as that is believed. Whole milliseconds. */
export function fairTime(now: EpochMs, givenAt: EpochMs = now): EpochMs {
  return Math.min(now, Math.max(now - answerGrace, Math.round(givenAt)))
}
