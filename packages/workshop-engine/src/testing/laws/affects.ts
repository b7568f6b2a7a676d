import { begin, play, someScript } from '../history/history.ts'
import { everybody, userId } from '../history/move.ts'
import { claim, type Law, tryOut } from './law.ts'
import { same } from './same.ts'

/** Whoever `affects` does not name sees the same of their own after the event as before. */
export const affectsOnlyThoseNamed: Law = (subject, options) => {
  const { engine } = subject
  tryOut(
    someScript(subject),
    (script) => {
      let state = begin(engine, script.plan).state
      for (const event of play(engine, script).events) {
        const next = engine.evolve(state, event)
        const affected = engine.affects(event)
        const others = affected === 'everyone' ? [] : everybody.map(userId).filter((id) => !affected.includes(id))
        for (const id of others) {
          const [before, after] = [engine.ownView(state, id), engine.ownView(next, id)]
          claim(same(before, after), () => `${event.type} changed what ${id} sees: ${JSON.stringify([before, after])}`)
        }
        state = next
      }
    },
    options,
  )
}
