import fc from 'fast-check'
import type { WorkshopEvent } from '../../event.ts'
import type { WorkshopPlan } from '../../plan.ts'
import type { EpochMs, WorkshopState } from '../../state.ts'
import { commandOf, type Said } from './command-of.ts'
import { clash, helped, type Move, someMove, userId } from './move.ts'
import { somePlan } from './some-plan.ts'
import type { LawSubject } from './subject.ts'

type LawEngine = LawSubject['engine']

/** A session before it is played: what is planned and what people will do. */
export interface Script {
  readonly plan: WorkshopPlan
  readonly moves: readonly Move[]
}

/** A moment of a session: the state, the clock, and how many events led to it. */
export interface Moment {
  readonly state: WorkshopState
  readonly now: EpochMs
  readonly version: number
}

/** A session as it was played: the moment before the first move, then one after each move. */
export interface History {
  readonly moments: readonly Moment[]
  readonly events: readonly WorkshopEvent[]
}

const opening: readonly Move[] = [
  { kind: 'presence', present: [0], away: [], on: null },
  { kind: 'person', who: 1, verb: 'join', name: 'Ann' },
  { kind: 'person', who: 2, verb: 'join', name: 'Bob' },
  { kind: 'person', who: 3, verb: 'join', name: 'Kim' },
  { kind: 'course', by: 0, verb: 'start', at: 0 },
]

/** Scripts in which the type under test occurs; most begin as workshops do: arrive, join, start; in half of those two run it. */
export function someScript(subject: LawSubject, moves = 30): fc.Arbitrary<Script> {
  return somePlan(subject).chain((plan) =>
    fc
      .tuple(fc.nat(9), fc.array(someMoves(subject, plan), { minLength: moves / 2, maxLength: moves }))
      .map(([luck, rest]) => ({
        plan,
        moves: [...(luck === 0 ? [] : opening), ...(luck > 4 ? [helped] : []), ...rest.flat()],
      })),
  )
}

const someMoves = (subject: LawSubject, plan: WorkshopPlan): fc.Arbitrary<readonly Move[]> =>
  fc.oneof(
    { weight: 8, arbitrary: someMove(subject, plan).map((move) => [move]) },
    { weight: 1, arbitrary: clash(subject, plan) },
  )

export function begin(engine: LawEngine, plan: WorkshopPlan): Moment {
  const state = engine.initial({ plan, facilitator: { id: userId(0), name: 'Facilitator' } })
  return { state, now: 1_767_258_000_000, version: 0 }
}

/** Plays a script to its end. */
export function play(engine: LawEngine, { plan, moves }: Script): History {
  const moments = [begin(engine, plan)]
  const events: WorkshopEvent[] = []
  for (const move of moves) {
    const next = moved(engine, moments.at(-1) ?? begin(engine, plan), move)
    moments.push(next.moment)
    events.push(...next.events)
  }
  return { moments, events }
}

interface Moved {
  readonly moment: Moment
  readonly events: readonly WorkshopEvent[]
}

/** The moment after a move, and what happened. */
function moved(engine: LawEngine, moment: Moment, move: Move): Moved {
  if (move.kind !== 'time') return sent(engine, moment, commandOf(engine, moment.state, move))
  const later = { ...moment, now: moment.now + move.ms }
  return move.ticks ? ticked(engine, later) : { moment: later, events: [] }
}

export const ticked = (engine: LawEngine, moment: Moment): Moved =>
  sent(engine, moment, { actor: { kind: 'system' }, command: { type: 'tick' } })

/** The moment after a command: the same one if it was refused. */
export function sent(engine: LawEngine, { state, now, version }: Moment, { actor, command }: Said): Moved {
  const decision = engine.decide(state, command, { actor, now })
  const events = decision.ok ? decision.events : []
  return { moment: { state: engine.fold(state, events), now, version: version + events.length }, events }
}
