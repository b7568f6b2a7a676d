import type { Options } from '../args.ts'
import { type BenchDatabase, openBenchDatabase } from '../humuus/database.ts'
import { comeIn } from '../humuus/newcomer.ts'
import { signIn } from '../humuus/people.ts'
import { pollPlan } from '../humuus/plans.ts'
import { type Guest, Room } from '../humuus/room.ts'
import { startHumuus } from '../humuus/server.ts'
import { cutAll } from '../load/crowd.ts'
import { offered } from '../load/offered.ts'
import { percentile } from '../percentile.ts'
import { keepToLoadCore } from '../program/cores.ts'
import { insistOnFiles } from '../program/file-limit.ts'
import type { Table } from '../table.ts'
import { tell } from '../tell.ts'
import type { Line } from '../wire/line.ts'

/** The hall comes within so many seconds. */
const comeWithin = 30

/** Those who are in already, and how often one of them votes (per second). */
const residents = 50
const votesPerSecond = 20

/** Votes before anybody comes, for comparison, in seconds. */
const quietSeconds = 5

/** What a newcomer asks: what is needed, or all that the page asks for. */
type Asks = 'token, code, name, first look' | 'all that the page asks'

export interface Arrivals {
  readonly size: number
  readonly asks: Asks
  /** From the first contact until somebody saw the first of it (ms), of each. */
  readonly took: readonly number[]
  /** Until everybody was in (ms). */
  readonly allMs: number
  /** What one took of the server's core (ms). */
  readonly cpuMsEach: number
  /** Votes of those who were in already: before, and while the hall came (ms). */
  readonly quiet: readonly number[]
  readonly busy: readonly number[]
}

/** A hall comes in by its phones while those who are there already vote: token, code, name, first look. */
export async function arrivals(options: Options): Promise<Table[]> {
  const found = await measureArrivals(options)
  return [
    {
      title: `A hall comes in within ${comeWithin} s`,
      headings: [
        'people',
        'who ask',
        'all in, s',
        'each p50 ms',
        'p99',
        'server CPU each, ms',
        'votes meanwhile p50 ms',
        'p99',
        'votes before p50 ms',
        'p99',
      ],
      rows: found.map(({ size, asks, took, allMs, cpuMsEach, quiet, busy }) => [
        size.toLocaleString('en'),
        asks,
        allMs / 1_000,
        percentile(took, 0.5),
        percentile(took, 0.99),
        cpuMsEach,
        percentile(busy, 0.5),
        percentile(busy, 0.99),
        percentile(quiet, 0.5),
        percentile(quiet, 0.99),
      ]),
      notes: [
        'Each comes with a new device: signs in and looks up the code over HTTP, opens a WebSocket, joins, and is shown the step. The page also asks who it is, for the session, and for the clock until it is sure of it.',
        `Before and meanwhile ${residents} people who are in already vote ${votesPerSecond} times a second.`,
      ],
    },
  ]
}

export async function measureArrivals(options: Options): Promise<Arrivals[]> {
  const sizes = options.sizes ?? (options.short ? [30] : [1_000, 10_000])
  insistOnFiles(Math.max(...sizes) + residents)
  await using database = await openBenchDatabase()
  if (!options.short) keepToLoadCore()
  const found: Arrivals[] = []
  for (const size of sizes)
    for (const asks of ['token, code, name, first look', 'all that the page asks'] as const)
      found.push(await hall(size, asks, database, options))
  return found
}

async function hall(size: number, asks: Asks, database: BenchDatabase, options: Options): Promise<Arrivals> {
  tell(`arrivals, ${size}, ${asks}`)
  const server = await startHumuus(database.url, { profile: options.profile })
  await using subject = server.subject
  const [host] = await signIn(database.client, 1, server.authSecret)
  if (host === undefined) throw new Error('nobody could be signed in')
  const room = await Room.open(server, host, pollPlan)
  const guests = await room.enter(await signIn(database.client, residents, server.authSecret), true)
  await room.start()
  const quiet = await offered(votesPerSecond, options.short ? 1 : quietSeconds, voteOf(guests))
  const door = { url: subject.url, port: subject.port, code: room.code }
  const before = await subject.cpuMs()
  const began = performance.now()
  const lines: Line[] = []
  const seconds = options.short ? 1 : comeWithin
  const coming = offered(size / seconds, seconds, async (index, due) => {
    lines.push(await comeIn(door, index, asks === 'all that the page asks'))
    return performance.now() - due
  })
  const voting = offered(votesPerSecond, seconds, voteOf(guests))
  const took = await coming
  const allMs = performance.now() - began
  const cpuMsEach = ((await subject.cpuMs()) - before) / size
  const busy = await voting
  cutAll(lines)
  room.cut()
  return { size, asks, took, allMs, cpuMsEach, quiet, busy }
}

/** In turn, each time for the other thing. */
const voteOf = (guests: readonly Guest[]) => async (nth: number, due: number) => {
  await guests[nth % guests.length]?.vote(Math.floor(nth / guests.length) % 2)
  return performance.now() - due
}
