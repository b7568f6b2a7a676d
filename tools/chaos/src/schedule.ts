import { type Random, seededRandom } from '@humuus/workshop-engine/testing'
import { type Mishap, type Part, touches } from './mishap.ts'

/** What goes wrong together, after a while in which nothing does. */
export interface Scene {
  readonly pauseMs: number
  readonly mishaps: readonly Mishap[]
}

/** As a supervisor does it, a server is started again at once. */
const serverAwayMs = 250

/** How often two things go wrong at the same time. */
const pairChance = 0.2

/**
 * Mishaps without an end, the same for the same seed. Every kind comes once before any comes again, the kills first of all;
 * between them there is time to recover.
 */
export function* schedule(seed: number, hasRedis: boolean): Generator<Scene, never> {
  const chance = seededRandom(`${seed} mishaps`)
  let cards = [...shuffled(kills(chance, hasRedis), chance), ...shuffled(others(chance), chance)]
  for (;;) {
    const [first, ...rest] = cards
    if (first === undefined) {
      cards = shuffled([...kills(chance, hasRedis), ...others(chance)], chance)
      continue
    }
    const pauseMs = Math.round(chance.between(1_500, 5_000))
    const [second] = rest
    const together = second !== undefined && chance.next() < pairChance && !meet(first, second)
    yield { pauseMs, mishaps: together ? [first, second] : [first] }
    cards = together ? rest.slice(1) : rest
  }
}

function kills(chance: Random, hasRedis: boolean): Mishap[] {
  const servers = ['server 1', 'server 2', 'both servers'] as const satisfies Part[]
  const others = (['worker', 'database', 'redis'] as const).filter((part) => part !== 'redis' || hasRedis)
  return [
    ...servers.map((part): Mishap => ({ kind: 'kill', part, awayMs: serverAwayMs })),
    ...others.map((part): Mishap => ({ kind: 'kill', part, awayMs: between(chance, 300, 3_000) })),
  ]
}

function others(chance: Random): Mishap[] {
  return [
    { kind: 'restart', part: 'servers' },
    { kind: 'restart', part: chance.pick(['worker', 'database'] as const) },
    { kind: 'freeze', part: 'database', ms: between(chance, 1_000, 5_000) },
    { kind: 'freeze', part: chance.pick(['server 1', 'server 2'] as const), ms: between(chance, 1_000, 8_000) },
    { kind: 'cut' },
    { kind: 'block', ms: between(chance, 1_000, 4_000) },
  ]
}

const between = (chance: Random, low: number, high: number): number => Math.round(chance.between(low, high))

const meet = (one: Mishap, other: Mishap): boolean => [...touches(one)].some((part) => touches(other).has(part))

function shuffled<T>(from: readonly T[], chance: Random): T[] {
  const left = [...from]
  return from.flatMap(() => left.splice(chance.below(left.length), 1))
}
