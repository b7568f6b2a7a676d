import type { JsonValue } from '../../json.ts'
import type { StoredAction } from '../../stored-action.ts'
import { begin, play, someScript } from '../history/history.ts'
import { claim, type Law, tryOut } from './law.ts'
import { allViews } from './seen.ts'

/** What a log gives back when it is read shows everybody the same, byte for byte, as what was shown live. */
export const replaysExactly: Law = (subject, options) => {
  const { engine } = subject
  tryOut(
    someScript(subject),
    (script) => {
      const { moments, events } = play(engine, script)
      const rows = events.map(
        (event, index): StoredAction => ({ version: index + 1, commandId: null, ...engine.writeEvent(event) }),
      )
      const read = rows.map((row) => engine.readEvent(fromDatabase(row)))
      const known = new Set<number>()
      for (const { state, version } of moments) {
        if (known.has(version)) continue
        known.add(version)
        const again = engine.fold(begin(engine, script.plan).state, read.slice(0, version))
        const [live, replayed] = [JSON.stringify(allViews(engine, state)), JSON.stringify(allViews(engine, again))]
        claim(live === replayed, () => `live\n${live}\nreplayed\n${replayed}`)
      }
    },
    options,
  )
}

/** A database keeps values, not the order of keys. */
function fromDatabase(row: StoredAction): StoredAction {
  return { ...row, actionData: reordered(JSON.parse(JSON.stringify(row.actionData))) }
}

function reordered(value: JsonValue): JsonValue {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(reordered)
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reordered(inner)]),
  )
}
