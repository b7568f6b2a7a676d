import { type Options, takesPart } from '../args.ts'
import { humuus } from '../humuus/contender.ts'
import { openBenchDatabase } from '../humuus/database.ts'
import { slidesPlan } from '../humuus/plans.ts'
import type { Contender } from '../load/contender.ts'
import { allReached, cutAll, each } from '../load/crowd.ts'
import { pause } from '../load/until.ts'
import { median, percentile } from '../percentile.ts'
import { keepToLoadCore } from '../program/cores.ts'
import { insistOnFiles } from '../program/file-limit.ts'
import { type RivalName, rival } from '../rivals/rival.ts'
import { type Table, times } from '../table.ts'
import { tell } from '../tell.ts'

const rivals: readonly (readonly [name: string, server: RivalName])[] = [
  ['tRPC as documented', 'trpc'],
  ['ws, send(string)', 'ws-send'],
  ['Socket.IO', 'socket-io'],
  ['Colyseus', 'colyseus'],
]

/** Handshakes under way at the same time; phones do not wait for each other. */
const returningAtOnce = 1_000

/** The tunnel: short enough that nobody is taken for gone. */
const awayMs = 500

export interface Return {
  readonly name: string
  readonly size: number
  /** Until everybody sees how things are (ms), from the first return. */
  readonly allMs: number
  readonly p50: number
  readonly p99: number
  readonly perCore: number
  readonly bytesEach: number
  readonly snapshots: number
  readonly updates: number
}

/** All phones lose their connection, the workshop goes on, and all come back at once. */
export async function storm(options: Options): Promise<Table[]> {
  const found = await measureStorm(options)
  return [...new Set(found.map(({ size }) => size))].map((size) => table(size, found))
}

export async function measureStorm(options: Options): Promise<Return[]> {
  const sizes = options.sizes ?? (options.short ? [30] : [1_000, 10_000])
  insistOnFiles(Math.max(...sizes))
  await using database = await openBenchDatabase()
  if (!options.short) keepToLoadCore()
  const found: Return[] = []
  for (const size of sizes) {
    const measure = async (name: string, start: () => Promise<Contender>) => {
      if (!takesPart(options, name)) return
      const runs: Return[] = []
      for (let run = 0; run < options.runs; run++) {
        tell(`return, ${name}, ${size}`)
        await using contender = await start()
        runs.push(await dropAndReturn(name, contender, size))
      }
      runs.sort((a, b) => a.allMs - b.allMs)
      const middle = runs[Math.floor((runs.length - 1) / 2)]
      if (middle !== undefined) found.push(middle)
    }
    await measure('ours', () => humuus(slidesPlan, { database, profile: options.profile }))
    for (const [name, server] of rivals) await measure(name, () => rival(server, { profile: options.profile }))
  }
  return found
}

async function dropAndReturn(name: string, contender: Contender, size: number): Promise<Return> {
  const seats = await contender.enter(size, { looksOn: true })
  const before = seats.map(({ line }) => line)
  await allReached(before, await contender.publish())
  cutAll(before)
  await pause(awayMs)
  for (let step = 0; step < 3; step++) await contender.publish()
  const usedBefore = await contender.subject.cpuMs()
  const began = performance.now()
  const took: number[] = []
  const lines = await each(
    size,
    async (index) => {
      const line = await contender.comeBack(index)
      took.push(performance.now() - began)
      return line
    },
    returningAtOnce,
  )
  const allMs = performance.now() - began
  const cpuMs = (await contender.subject.cpuMs()) - usedBefore
  const sum = (of: 'bytes' | 'snapshots' | 'updates') => lines.reduce((total, line) => total + line[of], 0)
  cutAll(lines)
  return {
    name,
    size,
    allMs,
    p50: median(took),
    p99: percentile(took, 0.99),
    perCore: (size * 1_000) / cpuMs,
    bytesEach: sum('bytes') / size,
    snapshots: sum('snapshots'),
    updates: sum('updates'),
  }
}

function table(size: number, found: readonly Return[]): Table {
  const rows = found.filter((one) => one.size === size)
  const ours = rows.find(({ name }) => name === 'ours')
  return {
    title: `${size.toLocaleString('en')} drop and return`,
    headings: ['way', 'all are back, ms', 'p50 ms', 'p99 ms', 'returns/s and core', 'ours is', 'bytes each', 'sent'],
    rows: rows.map((one) => [
      one.name,
      one.allMs,
      one.p50,
      one.p99,
      one.perCore,
      times(ours?.perCore ?? Number.NaN, one.perCore),
      one.bytesEach,
      one.name === 'ours' ? `${one.snapshots} snapshots, ${one.updates - one.snapshots} deltas` : 'everything',
    ]),
  }
}
