import fc from 'fast-check'
import { undoWindow } from '../../decide/course.ts'
import { commandOf } from '../history/command-of.ts'
import { type Moment, play, sent, someScript, ticked } from '../history/history.ts'
import { courseVerbs, userId } from '../history/move.ts'
import type { LawSubject } from '../history/subject.ts'
import { claim, type Law, tryOut } from './law.ts'
import { same } from './same.ts'

type LawEngine = LawSubject['engine']

/** One course change and one undo within its time lead back to the course before it, with the time left that was left then. */
export const undoRestoresTheCourse: Law = (subject, options) => {
  const { engine } = subject
  const change = fc.record({
    verb: fc.constantFrom(...courseVerbs, 'tick' as const),
    at: fc.nat(4),
    wait: fc.nat(undoWindow),
  })
  tryOut(
    fc.tuple(someScript(subject), change),
    ([script, { verb, at, wait }]) => {
      for (const before of play(engine, script).moments) {
        const changed =
          verb === 'tick'
            ? ticked(engine, before)
            : sent(engine, before, commandOf(engine, before.state, { kind: 'course', by: 0, verb, at }))
        if (verb === 'undo' || changed.events.length === 0 || before.state.flow.step === null) continue
        const later = { ...changed.moment, now: before.now + wait }
        const after = sent(engine, later, { actor: { kind: 'user', id: userId(0) }, command: { type: 'undo' } })
        claim(after.events.length > 0, () => `${verb} could not be undone`)
        claim(same(courseOf(engine, after.moment), courseOf(engine, before)), () =>
          JSON.stringify([courseOf(engine, before), courseOf(engine, after.moment)]),
        )
      }
    },
    options,
  )
}

/** Where a workshop is, with the time that is left instead of the time of day. */
function courseOf(engine: LawEngine, { state, now }: Moment) {
  const { phase, agenda, step, notes, scoreboard, canGoBack, people, startedAt, completedAt } = engine.sharedView(
    state,
    'host',
  )
  const left = (clock: number | null): number | null => {
    const ms = clock === null ? 0 : clock - (step?.pausedAt ?? now)
    return ms > 0 ? ms : null
  }
  const clocks = step && { deadline: left(step.deadline), goesOnAt: left(step.goesOnAt), toRead: left(step.readUntil) }
  const place = step && { nodeId: step.nodeId, number: step.number, phase: step.phase, content: step.content }
  return { phase, agenda, place, clocks, notes, scoreboard, canGoBack, people, startedAt, completedAt }
}
