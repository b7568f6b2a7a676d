import fc from 'fast-check'
import { applyDelta } from '../../delta.ts'
import type { JsonValue } from '../../json.ts'
import { play, someScript } from '../history/history.ts'
import { everybody, userId } from '../history/move.ts'
import { claim, type Law, tryOut } from './law.ts'
import { same } from './same.ts'

/** What is worked out once for all who gave nothing leads each of them, and everybody else, from the one own view to the other. */
export const honestOwnDeltas: Law = (subject, options) => {
  const { engine } = subject
  const cursors = fc.array(fc.tuple(fc.nat(1_000), fc.nat(1_000)), { minLength: 6, maxLength: 6 })
  tryOut(
    fc.tuple(someScript(subject), cursors),
    ([script, pairs]) => {
      const states = play(engine, script).moments.map(({ state }) => state)
      const neighbours = states.slice(1).map((_, index) => [index, index + 1] as const)
      for (const [i, j] of [...neighbours, ...pairs]) {
        const [from, to] = [states[Math.min(i, j) % states.length], states[Math.max(i, j) % states.length]]
        if (from === undefined || to === undefined) continue
        const change = engine.ownDeltas(from, to)
        for (const id of everybody.map(userId)) {
          const [before, after] = [engine.ownView(from, id), engine.ownView(to, id)]
          if (before === null || after === null) continue
          const arrived = applyDelta(before as unknown as JsonValue, JSON.parse(JSON.stringify(change(id))))
          claim(same(arrived, after), () => `${id} arrived at ${JSON.stringify([before, change(id), arrived, after])}`)
        }
      }
    },
    options,
  )
}
