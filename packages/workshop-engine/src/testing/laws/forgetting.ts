import type { WorkshopEvent } from '../../event.ts'
import { renamedInLog } from '../../names-in-log.ts'
import type { StoredAction } from '../../stored-action.ts'
import { play, someScript } from '../history/history.ts'
import { userId } from '../history/move.ts'
import { claim, type Law, tryOut } from './law.ts'
import { same } from './same.ts'
import { allViews } from './seen.ts'

/** From the moment people were forgotten, a log without their older names leads to the same pictures as the log with them. */
export const forgetsSeamlessly: Law = (subject, options) => {
  const { engine } = subject
  tryOut(
    someScript(subject),
    (script) => {
      const { moments, events } = play(engine, script)
      const last = lastForgotten(events)
      const clean = events.map((event, index) => {
        const row: StoredAction = { version: index + 1, commandId: null, ...engine.writeEvent(event) }
        return engine.readEvent(
          [...last].reduce((one, [id, { version, name }]) => {
            return row.version < version ? renamedInLog(one, id, name) : one
          }, row),
        )
      })
      const creator = last.get(userId(0))?.name ?? 'Facilitator'
      const start = engine.initial({ plan: script.plan, facilitator: { id: userId(0), name: creator } })
      const since = Math.max(0, ...[...last.values()].map(({ version }) => version))
      for (const { state, version } of moments.filter((moment) => moment.version >= since)) {
        const again = engine.fold(start, clean.slice(0, version))
        const [live, replayed] = [allViews(engine, state), allViews(engine, again)]
        claim(same(live, replayed), () => `live\n${JSON.stringify(live)}\nwithout names\n${JSON.stringify(replayed)}`)
        claim(state.names.equals(again.names), () => `names ${state.names} became ${again.names}`)
      }
    },
    options,
  )
}

function lastForgotten(events: readonly WorkshopEvent[]) {
  const last = new Map<string, { readonly version: number; readonly name: string }>()
  for (const [index, event] of events.entries()) {
    if (event.type === 'forgotten') last.set(event.data.userId, { version: index + 1, name: event.data.name })
  }
  return last
}
