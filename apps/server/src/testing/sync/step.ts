import fc from 'fast-check'
import { appendMishaps } from './log-line.ts'

/** What people do, said without the state it meets; `n` chooses among whatever there is to choose then. */
export const personVerbs = ['answer', 'answer', 'answer', 'answer', 'answer', 'join', 'leave', 'rename'] as const
export const hostVerbs = [
  'button',
  'button',
  'button',
  'button',
  'next',
  'back',
  'jump',
  'close',
  'reveal',
  'reopen',
  'pause',
  'resume',
  'extend',
  'undo',
  'kick',
  'kick_for_now',
  'readmit',
  'remove_helper',
  'add_helper',
] as const

export type PersonVerb = (typeof personVerbs)[number]
export type HostVerb = (typeof hostVerbs)[number]

const server = fc.nat(1)
const phone = fc.nat(6)
const soon = fc.constantFrom(0, 0, 5, 20, 60, 200)
const later = fc.constantFrom(0, 300, 1_000, 4_000, 9_000)
const n = fc.nat(7)

/** One thing that happens, and how long until the next. */
const happening = fc.oneof(
  {
    weight: 24,
    arbitrary: fc.record({ kind: fc.constant('person' as const), phone, verb: fc.constantFrom(...personVerbs), n }),
  },
  {
    weight: 12,
    arbitrary: fc.record({
      kind: fc.constant('host' as const),
      phone: fc.nat(1),
      verb: fc.constantFrom(...hostVerbs),
      n,
    }),
  },
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('copy' as const), phone, afterMs: later }) },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('cut' as const),
      phone,
      silent: fc.boolean(),
      requestsArrive: fc.boolean(),
      awayMs: later,
      home: server,
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('link' as const),
      phone,
      latencyMs: fc.constantFrom(1, 10, 150, 800, 3_000),
      readingMs: fc.constantFrom(0, 0, 0, 100, 2_000),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('tab' as const), phone, home: server }) },
  {
    weight: 8,
    arbitrary: fc.record({ kind: fc.constant('append' as const), server, mishap: fc.constantFrom(...appendMishaps) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('away' as const), server, ms: later }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constantFrom('stop' as const, 'kill' as const), server, downMs: later }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('bus' as const), isThere: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('time' as const), ms: later }) },
)

export const step = fc.record({ what: happening, thenMs: soon })
export type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

/** Anything that may happen to a session, in any order. */
export const schedule = fc.array(step, { maxLength: 80, size: 'max' })
