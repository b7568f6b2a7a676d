import fc from 'fast-check'
import { play, someScript, ticked } from '../history/history.ts'
import { claim, type Law, tryOut } from './law.ts'

/** A tick before the deadline does nothing, one at the deadline does something, a second one at that moment nothing more. */
export const idleTimeChangesNothing: Law = (subject, options) => {
  const { engine } = subject
  tryOut(
    fc.tuple(someScript(subject), fc.integer({ min: 1, max: 100_000 })),
    ([script, ms]) => {
      for (const moment of play(engine, script).moments) {
        const deadline = engine.nextDeadline(moment.state)
        const early = deadline === null ? moment.now + ms : deadline - ms
        claim(
          ticked(engine, { ...moment, now: early }).events.length === 0,
          () => `something happened before ${deadline}`,
        )
        if (deadline === null) continue
        const due = ticked(engine, { ...moment, now: Math.max(deadline, moment.now) })
        claim(due.events.length > 0, () => `nothing happened at ${deadline}`)
        claim(ticked(engine, due.moment).events.length === 0, () => `a second tick at ${deadline} did something`)
      }
    },
    options,
  )
}
