import { type Rooms, refusal } from '@humuus/api'
import type { PersonEraser } from '@humuus/db'

interface Needs {
  readonly eraser: PersonEraser
  readonly rooms: Pick<Rooms, 'forget'>
  readonly now: () => number
}

/**
 * Takes somebody's name out of every session they were in: first what is shown from now on, then what was written. Run again
 * after a crash in between it finishes what is left.
 */
export function forgetting({ eraser, rooms, now }: Needs): (ids: readonly string[]) => Promise<void> {
  return async (ids) => {
    for (const id of ids) {
      for (const sessionId of await eraser.sessionsOf(id)) {
        const result = await rooms.forget(sessionId, id)
        if (!result.ok) throw refusal(result.rejection.code, result.rejection.params)
      }
      await eraser.redact(id, now())
    }
  }
}
