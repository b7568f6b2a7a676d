import fc from 'fast-check'
import { applyDelta, delta } from '../../delta.ts'
import type { JsonValue } from '../../json.ts'
import { play, someScript } from '../history/history.ts'
import { claim, type Law, tryOut } from './law.ts'
import { same } from './same.ts'
import { allViews } from './seen.ts'

const overTheWire = <T>(value: T): T => JSON.parse(JSON.stringify(value))

/** Any view is plain JSON, and the change between any two moments leads from the one view to the other. */
export const honestDeltas: Law = (subject, options) => {
  const { engine } = subject
  const cursors = fc.array(fc.tuple(fc.nat(1_000), fc.nat(1_000)), { minLength: 6, maxLength: 6 })
  tryOut(
    fc.tuple(someScript(subject), cursors),
    ([script, pairs]) => {
      const versions = new Map(play(engine, script).moments.map(({ version, state }) => [version, state]))
      const views = [...versions.values()].map((state) => asSent(allViews(engine, state)))
      const neighbours = views.slice(1).map((_, index) => [index, index + 1] as const)
      for (const [i, j] of [...neighbours, ...pairs]) {
        const [from = null, to = null] = [views[Math.min(i, j) % views.length], views[Math.max(i, j) % views.length]]
        const arrived = applyDelta(from, overTheWire(delta(from, to)))
        claim(
          same(arrived, to),
          () => `from\n${JSON.stringify(from)}\nto\n${JSON.stringify(to)}\narrived at\n${JSON.stringify(arrived)}`,
        )
      }
    },
    options,
  )
}

function asSent(view: unknown): JsonValue {
  const sent: JsonValue = JSON.parse(JSON.stringify(view))
  claim(same(view, sent), () => `a view is not JSON: ${JSON.stringify(view)}`)
  return sent
}
