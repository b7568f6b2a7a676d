import fc from 'fast-check'
import type { FileNews } from '../../file-news.ts'
import type { WorkshopPlan } from '../../plan.ts'
import { typed } from '../arbitraries/words.ts'
import type { LawSubject } from './subject.ts'

/** Who acts: `0` is the facilitator, the others are people who may or may not have joined. */
export type Who = number
export const everybody: readonly Who[] = [0, 1, 2, 3]
export const userId = (who: Who): string => (who === 0 ? 'facilitator' : `person-${who}`)
/** Id of somebody's first, second … file. */
export const fileIdOf = (who: Who, file: number): string => `file-${who}-${file}`

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
const teamVerbs = ['kick', 'kick_for_now', 'readmit', 'add_facilitator', 'remove_facilitator', 'hand_over'] as const

/** `button`: what the one big button of the console says. */
const agendaVerbs = ['remove_step', 'restore_step'] as const

export type CourseVerb = (typeof courseVerbs)[number] | (typeof clockVerbs)[number] | 'end' | 'button'

/** Something that happens, said without the state it meets: "next" means from wherever the workshop is then. */
export type Move =
  | { readonly kind: 'time'; readonly ms: number; readonly ticks: boolean }
  | { readonly kind: 'course'; readonly by: Who; readonly verb: CourseVerb; readonly at: number }
  /** A way out of the step before this one: somebody looks at an old picture. */
  | { readonly kind: 'late'; readonly by: Who; readonly verb: 'next' | 'back' | 'jump'; readonly at: number }
  | { readonly kind: 'agenda'; readonly by: Who; readonly verb: (typeof agendaVerbs)[number]; readonly at: number }
  /** Steps by their place in the plan. */
  | { readonly kind: 'card'; readonly by: Who; readonly from: number; readonly cardId: string; readonly into: number }
  /** About the oldest conflict that is open. */
  | { readonly kind: 'decide'; readonly by: Who; readonly choice: 'mine' | 'theirs' }
  | { readonly kind: 'person'; readonly who: Who; readonly verb: 'join' | 'leave' | 'rename'; readonly name: string }
  | {
      readonly kind: 'presence'
      readonly present: readonly Who[]
      readonly away: readonly Who[]
      readonly on: string | null
    }
  | { readonly kind: 'forget'; readonly who: Who }
  /** News of somebody's file at the current step, or at step `at`. */
  | {
      readonly kind: 'file'
      readonly who: Who
      readonly file: number
      readonly at: number | null
      readonly news: FileNews
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
/** The facilitator; now and then somebody who may be a co-facilitator: 3 often is, 1 mostly not. */
const host = fc.constantFrom(0, 0, 0, 0, 0, 0, 3, 1)
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
    { weight: 1, arbitrary: lateMove },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('agenda' as const),
        by: host,
        verb: fc.constantFrom('remove_step', 'restore_step', 'restore_step'),
        at: fc.nat(3),
      }),
    },
    { weight: 1, arbitrary: cardMove(subject, plan) },
    { weight: takesFiles(subject, plan) ? 16 : 0, arbitrary: fileMove(subject, plan, person) },
    { weight: 1, arbitrary: decision },
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
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('forget' as const), who }) },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('team' as const), by: host, verb: fc.constantFrom(...teamVerbs), who }),
    },
  )
}

const decision = fc.record({
  kind: fc.constant('decide' as const),
  by: host,
  choice: fc.constantFrom('mine', 'theirs'),
})

const lateMove = fc.record({
  kind: fc.constant('late' as const),
  by: fc.constantFrom(3, 3, 0),
  verb: fc.constantFrom('next', 'back', 'jump', 'jump'),
  at: fc.nat(3),
})

/** Person 3 helps to run it. */
export const helped: Move = { kind: 'team', by: 0, verb: 'add_facilitator', who: 3 }

/** Two who cannot know of each other, one after the other with no time in between; then somebody may decide. */
export function clash(subject: LawSubject, plan: WorkshopPlan): fc.Arbitrary<readonly Move[]> {
  const wayOut = fc.record({
    kind: fc.constant('course' as const),
    by: fc.constant(0),
    verb: fc.constantFrom('next', 'jump'),
    at: fc.nat(plan.nodes.length - 1),
  })
  const takenOut = cardMove(subject, plan).map((card): Move[] => [
    { kind: 'agenda', by: 0, verb: 'remove_step', at: card.into },
    card,
  ])
  const two: fc.Arbitrary<readonly Move[]> = fc.oneof(
    fc.tuple(fc.constant(helped), wayOut, lateMove),
    takenOut.map((moves) => [helped, ...moves]),
    fc.tuple(actMove(subject, plan, 'moderate', host), actMove(subject, plan, 'act', person)),
  )
  return fc.tuple(two, fc.option(decision)).map(([moves, decided]) => (decided ? [...moves, decided] : moves))
}

/** From a step that has such things, if there is one, into one that takes them. */
function cardMove({ engine, arbitraries }: LawSubject, { nodes }: WorkshopPlan) {
  const takes = (type: string) => engine.types.some((one) => one.type === type && one.takeCard !== undefined)
  const cards = nodes.flatMap(({ type }) => arbitraries[type]?.cardId ?? [])
  const at = (fits: (type: string) => boolean) => {
    const fitting = [...nodes.keys()].filter((index) => fits(nodes[index]?.type ?? ''))
    return fc.constantFrom(...(fitting.length > 0 ? fitting : [0]))
  }
  return fc.record({
    kind: fc.constant('card' as const),
    by: fc.constantFrom(3, 3, 0),
    from: at((type) => arbitraries[type]?.cardId !== undefined),
    cardId: fc.oneof(fc.constant('nothing'), ...cards.map((arbitrary) => ({ weight: 5, arbitrary }))),
    into: at(takes),
  })
}

const takesFiles = ({ arbitraries }: LawSubject, { nodes }: WorkshopPlan): boolean =>
  nodes.some(({ type }) => arbitraries[type]?.fileNews !== undefined)

export function fileMove({ arbitraries }: LawSubject, { nodes }: WorkshopPlan, by: fc.Arbitrary<Who>) {
  const taking = [...nodes.keys()].filter((index) => arbitraries[nodes[index]?.type ?? '']?.fileNews)
  const [news = fc.constant<FileNews>({ is: 'removed' })] = nodes.flatMap(
    ({ type }) => arbitraries[type]?.fileNews ?? [],
  )
  return fc.record({
    kind: fc.constant('file' as const),
    who: by,
    file: fc.constantFrom(1, 1, 2),
    at: fc.constantFrom(null, ...taking),
    news,
  })
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
