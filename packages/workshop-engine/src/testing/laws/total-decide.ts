import fc from 'fast-check'
import type { Actor, Command } from '../../command.ts'
import type { WorkshopEvent } from '../../event.ts'
import type { FileNews } from '../../file-news.ts'
import { rejectionCodes } from '../../rejection.ts'
import { typed } from '../arbitraries/words.ts'
import { play, someScript } from '../history/history.ts'
import type { LawSubject } from '../history/subject.ts'
import { claim, type Law, tryOut } from './law.ts'
import { same } from './same.ts'
import { allViews } from './seen.ts'

/** Any command, from anybody, at any time, in any state: an answer, the same each time, and nothing that a log could not keep. */
export const decidesTotally: Law = (subject, options) => {
  const { engine } = subject
  const attempt = fc.record({
    command: anyCommand(subject),
    actor,
    at: fc.nat(1_000),
    now: fc.maxSafeInteger(),
    givenAt: fc.double({ noNaN: true }),
  })
  tryOut(
    fc.tuple(someScript(subject), fc.array(attempt, { minLength: 20, maxLength: 20 })),
    ([script, attempts]) => {
      const { moments } = play(engine, script)
      for (const { command, at, ...context } of attempts) {
        const moment = moments[at % moments.length]
        if (moment === undefined) continue
        const before = JSON.stringify(allViews(engine, moment.state))
        const decision = engine.decide(moment.state, command, context)
        claim(same(decision, engine.decide(moment.state, command, context)), () => 'two answers to one question')
        if (!decision.ok) {
          claim(rejectionCodes.includes(decision.rejection.code), () => `unknown code ${decision.rejection.code}`)
          continue
        }
        claim(decision.events.every(isStorable), () => `not storable: ${JSON.stringify(decision.events)}`)
        allViews(engine, engine.fold(moment.state, decision.events))
        claim(before === JSON.stringify(allViews(engine, moment.state)), () => 'deciding changed the state')
      }
    },
    options,
  )
}

/** Neither NUL nor half a character: databases keep neither. */
function isStorable(event: WorkshopEvent): boolean {
  const json = JSON.stringify(event)
  return same(JSON.parse(json), event) && !/\\u0000|\\ud[89a-f]/.test(json.replaceAll('\\\\', ''))
}

const someId = fc.oneof(
  fc.constantFrom('facilitator', 'person-1', 'person-2', 'person-3', 'system'),
  fc.constantFrom('step-0', 'step-1', 'step-2', '__proto__'),
  typed,
)

const actor: fc.Arbitrary<Actor> = fc.oneof(
  fc.constant<Actor>({ kind: 'system' }),
  fc.record({
    kind: fc.constant('user' as const),
    id: fc.constantFrom('facilitator', 'person-1', 'person-2', 'nobody'),
  }),
)

const someNews: fc.Arbitrary<FileNews> = fc.constantFrom<FileNews[]>(
  { is: 'received', kind: 'audio' },
  { is: 'ready', kind: 'audio', isScanned: true, hasPreview: false, seconds: 1.5 },
  { is: 'refused', why: 'file_infected' },
  { is: 'removed' },
)

function anyCommand({ engine }: LawSubject): fc.Arbitrary<Command> {
  const ids = fc.array(someId, { maxLength: 4 })
  return fc.oneof(
    fc.record({ type: fc.constant('join'), name: typed }),
    fc.record({ type: fc.constant('rename'), participantId: someId, name: typed }),
    fc.record({ type: fc.constantFrom('leave', 'open_lobby', 'start', 'pause', 'resume', 'undo', 'end', 'tick') }),
    fc.record({ type: fc.constantFrom('next', 'back'), from: someId }),
    fc.record({ type: fc.constant('jump'), from: someId, to: someId }),
    fc.record({ type: fc.constantFrom('close', 'reveal', 'reopen'), nodeId: someId }),
    fc.record({ type: fc.constant('extend'), nodeId: someId, seconds: fc.option(fc.integer({ min: 1, max: 86_400 })) }),
    fc.record({ type: fc.constant('show_scoreboard'), shown: fc.boolean() }),
    fc.record({ type: fc.constant('kick'), participantId: someId, mayReturn: fc.boolean() }),
    fc.record({ type: fc.constant('readmit'), participantId: someId }),
    fc.record({ type: fc.constantFrom('add_facilitator', 'remove_facilitator', 'hand_over'), userId: someId }),
    fc.record({ type: fc.constant('forget'), userId: someId }),
    fc.record({ type: fc.constant('abandon') }),
    fc.record({ type: fc.constant('file'), nodeId: someId, fileId: someId, userId: someId, news: someNews }),
    fc.record({ type: fc.constantFrom('remove_step', 'restore_step'), nodeId: someId }),
    fc.record({ type: fc.constant('use_card'), from: someId, cardId: someId, into: someId }),
    fc.record({
      type: fc.constant('decide_conflict'),
      conflictId: fc.constantFrom('1', '2', 'x'),
      choice: fc.constantFrom('mine', 'theirs'),
    }),
    fc.record({ type: fc.constant('presence'), present: ids, away: ids, on: fc.constantFrom(undefined, 'server-a') }),
    fc.record({
      type: fc.constantFrom('act', 'moderate'),
      nodeId: someId,
      node: fc.constantFrom(...engine.types.map(({ type }) => type)),
      act: fc.anything(),
    }),
  )
}
