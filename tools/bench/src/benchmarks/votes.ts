import { type Options, takesPart } from '../args.ts'
import { humuus } from '../humuus/contender.ts'
import { type BenchDatabase, openBenchDatabase } from '../humuus/database.ts'
import { pollPlan } from '../humuus/plans.ts'
import type { Contender, Seat } from '../load/contender.ts'
import { offered } from '../load/offered.ts'
import { median, percentile } from '../percentile.ts'
import { keepToLoadCore } from '../program/cores.ts'
import { insistOnFiles } from '../program/file-limit.ts'
import { rival } from '../rivals/rival.ts'
import { type Table, times } from '../table.ts'
import { tell } from '../tell.ts'

/** Votes per second that one person gives at most: our server asks for more patience beyond twenty. */
const mostEach = 15

interface Entry {
  readonly name: string
  readonly isDurable: boolean
  /** Whether everybody is shown how the votes stand meanwhile. */
  readonly looksOn: boolean
  readonly start: (database: BenchDatabase, profile: string | undefined) => Promise<Contender>
}

const entries: readonly Entry[] = [
  {
    name: 'ours',
    isDurable: true,
    looksOn: false,
    start: (database, profile) => humuus(pollPlan, { database, profile }),
  },
  {
    name: 'ours, and all look on',
    isDurable: true,
    looksOn: true,
    start: (database, profile) => humuus(pollPlan, { database, profile }),
  },
  {
    name: 'Socket.IO, in memory',
    isDurable: false,
    looksOn: false,
    start: (_, profile) => rival('socket-io', { profile }),
  },
  {
    name: 'Socket.IO, pg INSERT each',
    isDurable: true,
    looksOn: false,
    start: (database, profile) => rival('socket-io', { store: 'pg', database, profile }),
  },
  {
    name: 'Colyseus, pg INSERT each',
    isDurable: true,
    looksOn: false,
    start: (database, profile) => rival('colyseus', { store: 'pg', database, profile }),
  },
  {
    name: 'tRPC, pg INSERT each',
    isDurable: true,
    looksOn: false,
    start: (database, profile) => rival('trpc', { store: 'pg', database, profile }),
  },
  {
    name: 'tRPC, Prisma create each',
    isDurable: true,
    looksOn: false,
    start: (database, profile) => rival('trpc', { store: 'prisma', database, profile }),
  },
]

interface AtOnce {
  readonly name: string
  readonly size: number
  readonly isDurable: boolean
  readonly perSecond: number
  /** Per second of the server's core. */
  readonly perCore: number
  readonly p50: number
  readonly p99: number
}

interface AtRate {
  readonly name: string
  readonly size: number
  readonly rate: number
  /** Share of a core that the server used. */
  readonly cores: number
  readonly p50: number
  readonly p99: number
}

export interface VotesFound {
  readonly atOnce: readonly AtOnce[]
  readonly atRate: readonly AtRate[]
  /** Of each contender and size: what was acknowledged, and what was found in the end. */
  readonly books: readonly { name: string; size: number; acknowledged: number; counted: number }[]
}

/** Votes that are answered once they are counted: all at once, and at rates that are offered whatever comes back. */
export async function votes(options: Options): Promise<Table[]> {
  const found = await measureVotes(options)
  const sizes = [...new Set(found.atOnce.map(({ size }) => size))]
  return [...sizes.map((size) => tableAtOnce(size, found)), tableAtRate(found)]
}

export async function measureVotes(options: Options): Promise<VotesFound> {
  const sizes = options.sizes ?? (options.short ? [20] : [100, 1_000, 5_000, 10_000])
  insistOnFiles(Math.max(...sizes))
  await using database = await openBenchDatabase()
  if (!options.short) keepToLoadCore()
  const found = { atOnce: [] as AtOnce[], atRate: [] as AtRate[], books: [] as VotesFound['books'][number][] }
  for (const size of sizes) {
    for (const entry of entries.filter(({ name }) => takesPart(options, name))) {
      const runs: AtOnce[] = []
      for (let run = 0; run < options.runs; run++) {
        tell(`votes, ${entry.name}, ${size}`)
        await using contender = await entry.start(database, options.profile)
        const seats = await contender.enter(size, { looksOn: entry.looksOn })
        const book = new Book(seats)
        runs.push({
          ...(await allAtOnce(contender, book, options)),
          name: entry.name,
          size,
          isDurable: entry.isDurable,
        })
        if (run === 0 && size === sizes.at(-1)) {
          for (const one of await atRates(contender, book, options))
            found.atRate.push({ ...one, name: entry.name, size })
        }
        const counted = await contender.counted()
        found.books.push({ name: entry.name, size, acknowledged: book.acknowledged, counted })
      }
      found.atOnce.push(middleOf(runs))
    }
  }
  return found
}

/** Lets people vote in turn, never twice the same, and keeps count of what was acknowledged. */
class Book {
  acknowledged = 0
  readonly seats: readonly Seat[]
  readonly #turns: number[]

  constructor(seats: readonly Seat[]) {
    this.seats = seats
    this.#turns = seats.map(() => 0)
  }

  /** Resolves to the ms from `since` to the acknowledgement. */
  async vote(index: number, since = performance.now()): Promise<number> {
    const seat = this.seats[index]
    if (seat === undefined) throw new Error(`nobody sits on seat ${index}`)
    const turn = this.#turns[index] ?? 0
    this.#turns[index] = turn + 1
    await seat.vote(turn % 2)
    this.acknowledged++
    return performance.now() - since
  }
}

async function allAtOnce(contender: Contender, book: Book, options: Options) {
  const rounds = options.rounds ?? (options.short ? 3 : 10)
  const everybody = () => Promise.all(book.seats.map((_, index) => book.vote(index)))
  // Once beforehand: what runs for the first time is compiled then.
  await everybody()
  const before = await contender.subject.cpuMs()
  const rates: number[] = []
  const took: number[] = []
  for (let round = 0; round < rounds; round++) {
    const began = performance.now()
    for (const ms of await everybody()) took.push(ms)
    rates.push((book.seats.length * 1_000) / (performance.now() - began))
  }
  const after = await contender.subject.cpuMs()
  return {
    perSecond: median(rates),
    perCore: (book.seats.length * rounds * 1_000) / (after - before),
    p50: percentile(took, 0.5),
    p99: percentile(took, 0.99),
  }
}

async function atRates(contender: Contender, book: Book, options: Options) {
  const wished = options.rates ?? (options.short ? [100] : [500, 1_000, 2_500, 5_000])
  const rates = wished.filter((rate) => rate / book.seats.length <= mostEach)
  const seconds = options.short ? 0.5 : 5
  const found: Omit<AtRate, 'name' | 'size'>[] = []
  for (const rate of rates) {
    const before = await contender.subject.cpuMs()
    const began = performance.now()
    const took = await offered(rate, seconds, (nth, due) => book.vote(nth % book.seats.length, due))
    const tookMs = performance.now() - began
    const after = await contender.subject.cpuMs()
    const cores = (after - before) / tookMs
    found.push({ rate, cores, p50: percentile(took, 0.5), p99: percentile(took, 0.99) })
  }
  return found
}

function middleOf(runs: readonly AtOnce[]): AtOnce {
  const [first] = runs
  if (first === undefined) throw new Error('there was no run')
  const of = (field: 'perSecond' | 'perCore' | 'p50' | 'p99') => median(runs.map((run) => run[field]))
  return { ...first, perSecond: of('perSecond'), perCore: of('perCore'), p50: of('p50'), p99: of('p99') }
}

function tableAtOnce(size: number, { atOnce, books }: VotesFound): Table {
  const rows = atOnce.filter((one) => one.size === size)
  const ours = rows.find(({ name }) => name === 'ours')
  return {
    title: `Votes of ${size.toLocaleString('en')} at once`,
    headings: ['way', 'durable', 'acknowledged/s', 'ours is', '/s and core', 'ours is', 'p50 ms', 'p99 ms', 'counted'],
    rows: rows.map((one) => [
      one.name,
      one.isDurable ? 'yes' : 'no',
      one.perSecond,
      times(ours?.perSecond ?? Number.NaN, one.perSecond),
      one.perCore,
      times(ours?.perCore ?? Number.NaN, one.perCore),
      one.p50,
      one.p99,
      books.filter(({ name, size: of }) => name === one.name && of === size).every(isBalanced) ? 'all' : 'NOT ALL',
    ]),
  }
}

const isBalanced = ({ acknowledged, counted }: VotesFound['books'][number]): boolean => acknowledged === counted

const tableAtRate = ({ atRate }: VotesFound): Table => ({
  title: 'Votes at offered rates',
  headings: ['way', 'people', 'votes/s offered', 'server cores', 'p50 ms', 'p99 ms'],
  rows: atRate.map(({ name, size, rate, cores, p50, p99 }) => [name, size, rate, cores, p50, p99]),
  notes: ['Times count from when a vote was due, also where it was sent late because others had not been answered.'],
})
