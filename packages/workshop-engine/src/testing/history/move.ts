import fc from 'fast-check'
import type { WorkshopPlan } from '../../plan.ts'
import { typed } from '../arbitraries/words.ts'
import type { LawSubject } from './subject.ts'

/** Who acts: `0` is the facilitator, the others are people who may or may not have joined. */
export type Who = number
export const everybody: readonly Who[] = [0, 1, 2, 3]
export const userId = (who: Who): string => (who === 0 ? 'facilitator' : `person-${who}`)

export const courseVerbs = ['next', 'back', 'jump', 'close', 'reveal', 'reopen', 'undo'] as const
const clockVerbs = [
  'pause',
  'resume',
  'resume',
  'extend',
  'no_limit',
  'show_scoreboard',
  'start',
  'open_lobby',
] as const
const teamVerbs = ['kick', 'kick_for_now', 'readmit', 'add_facilitator', 'remove_facilitator'] as const

/** `button`: what the one big button of the console says. */
export type CourseVerb = (typeof courseVerbs)[number] | (typeof clockVerbs)[number] | 'end' | 'button'

/** Something that happens, said without the state it meets: "next" means from wherever the workshop is then. */
export type Move =
  | { readonly kind: 'time'; readonly ms: number; readonly ticks: boolean }
  | { readonly kind: 'course'; readonly by: Who; readonly verb: CourseVerb; readonly at: number }
  | { readonly kind: 'person'; readonly who: Who; readonly verb: 'join' | 'leave' | 'rename'; readonly name: string }
  | {
      readonly kind: 'presence'
      readonly present: readonly Who[]
      readonly away: readonly Who[]
      readonly on: string | null
    }
  | { readonly kind: 'team'; readonly by: Who; readonly verb: (typeof teamVerbs)[number]; readonly who: Who }
  | ActMove

/** `acts` holds one for each step; the one of the current step counts, or of step `at`. */
export interface ActMove {
  readonly kind: 'act' | 'moderate'
  readonly who: Who
  readonly at: number | null
  readonly acts: readonly unknown[]
}

const who = fc.constantFrom(...everybody)
/** The facilitator; now and then somebody who may be a co-facilitator, and mostly is not. */
const host = fc.constantFrom(0, 0, 0, 0, 0, 0, 0, 1)
const person = fc.constantFrom(1, 2, 3)

/** A move in a session of this plan, weighted so that most histories get somewhere. */
export function someMove(subject: LawSubject, plan: WorkshopPlan): fc.Arbitrary<Move> {
  const course = (...verbs: readonly CourseVerb[]) =>
    fc.record({ kind: fc.constant('course' as const), by: host, verb: fc.constantFrom(...verbs), at: fc.nat(4) })
  return fc.oneof(
    { weight: 24, arbitrary: actMove(subject, plan, 'act', person) },
    { weight: 3, arbitrary: actMove(subject, plan, 'moderate', host) },
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant('time' as const),
        ms: fc.integer({ min: 1, max: 40_000 }),
        ticks: fc.boolean(),
      }),
    },
    { weight: 6, arbitrary: course('button', 'button', 'button', 'next', 'close', 'reveal') },
    { weight: 3, arbitrary: course(...courseVerbs) },
    { weight: 2, arbitrary: course(...clockVerbs) },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant('person' as const),
        who: person,
        verb: fc.constantFrom('join', 'join', 'join', 'join', 'leave', 'rename'),
        name: typed,
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('presence' as const),
        present: fc.subarray([...everybody]),
        away: fc.subarray([...everybody]),
        on: fc.constantFrom(null, 'server-a', 'server-b'),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('team' as const), by: host, verb: fc.constantFrom(...teamVerbs), who }),
    },
  )
}

export function actMove(
  { arbitraries }: LawSubject,
  { nodes }: WorkshopPlan,
  kind: ActMove['kind'],
  by: fc.Arbitrary<Who>,
): fc.Arbitrary<ActMove> {
  const acts = nodes.map(({ type, data }) => {
    const known = arbitraries[type]
    return (kind === 'act' ? known?.act(data) : known?.moderation(data)) ?? fc.constant(null)
  })
  const at = fc.oneof({ weight: 7, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.nat(nodes.length - 1) })
  return fc.record({ kind: fc.constant(kind), who: by, at, acts: fc.tuple(...acts) })
}
