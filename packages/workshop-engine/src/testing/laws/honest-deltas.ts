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
  const cursors = fc.array(fc.tuple(fc.nat(1_000), fc.nat(1_000)), { minLength: 10, maxLength: 10 })
  tryOut(
    fc.tuple(someScript(subject), cursors),
    ([script, pairs]) => {
      const views = play(subject.engine, script).moments.map(({ state }) => allViews(subject.engine, state))
      for (const view of views)
        claim(same(view, overTheWire(view)), () => `a view is not JSON: ${JSON.stringify(view)}`)
      const neighbours = views.slice(1).map((_, index) => [index, index + 1] as const)
      for (const [i, j] of [...neighbours, ...pairs]) {
        const [from, to] = [views[Math.min(i, j) % views.length], views[Math.max(i, j) % views.length]]
        claim(
          leadsTo(from, to),
          () => `the change does not lead from\n${JSON.stringify(from)}\nto\n${JSON.stringify(to)}`,
        )
      }
    },
    options,
  )
}

function leadsTo(from: unknown, to: unknown): boolean {
  const [before, after] = [overTheWire(from), overTheWire(to)] as [JsonValue, JsonValue]
  return same(applyDelta(before, overTheWire(delta(before, after))), after)
}
