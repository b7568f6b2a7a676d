import type { Rooms } from '@humuus/api'
import type { PersonEraser } from '@humuus/db'
import { type Refused, reject } from '@humuus/workshop-engine'

export interface ForgettingPorts {
  readonly eraser: PersonEraser
  readonly rooms: Pick<Rooms, 'forget'>
  readonly now: () => number
}

/**
 * Takes a person's name out of every session; what they did stays. First the rooms show it no more, then it goes from the
 * logs. Where something stands in the way the rest is done all the same, and doing it again does what is left.
 */
export async function forgetPerson(
  userId: string,
  { eraser, rooms, now }: ForgettingPorts,
): Promise<{ readonly ok: true } | Refused> {
  for (const id of await eraser.sessionsOf(userId)) await rooms.forget(id, userId)
  // A room that did not do it left no trace in its log, and the session is left alone.
  const waiting = await eraser.redact(userId, now())
  return waiting.length === 0 ? { ok: true } : reject('unavailable')
}
