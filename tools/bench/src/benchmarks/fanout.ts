import type { Options } from '../args.ts'
import { takesPart } from '../args.ts'
import { humuus } from '../humuus/contender.ts'
import { openBenchDatabase } from '../humuus/database.ts'
import { slidesPlan } from '../humuus/plans.ts'
import type { Contender } from '../load/contender.ts'
import { allReached } from '../load/crowd.ts'
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
  ['ws, prebuilt frame', 'ws-frame'],
  ['Socket.IO', 'socket-io'],
  ['Colyseus', 'colyseus'],
]

/** What tRPC's envelope adds to a text (bytes), so that others send as much as our steps are. */
const envelopeBytes = 87
const usualBytes = 200

/** After updates that came together, for each of them (ms). */
const restMs = 55

export interface Spread {
  readonly name: string
  readonly size: number
  /** Thousands of deliveries per second of a core. */
  readonly perCore: number
  /** Until the last one had it (ms). */
  readonly lastMs: number
  readonly lastP99Ms: number
  /** The longest time that the server did one thing only (ms). */
  readonly pauseMs: number
  /** What a connection takes (kB). */
  readonly kilobytes: number
  readonly updateBytes: number
}

/** One update to everybody in one room, again and again, each when the last one has the one before. */
export async function fanout(options: Options): Promise<Table[]> {
  const found = await measureFanout(options)
  return [...new Set(found.map(({ size }) => size))].map((size) => table(size, options.burst, found))
}

export async function measureFanout(options: Options): Promise<Spread[]> {
  const sizes = options.sizes ?? (options.short ? [30] : [1_000, 5_000, 10_000])
  insistOnFiles(Math.max(...sizes))
  await using database = await openBenchDatabase()
  if (!options.short) keepToLoadCore()
  const found: Spread[] = []
  for (const size of sizes) {
    let updateBytes = usualBytes
    const measure = async (name: string, start: () => Promise<Contender>) => {
      if (!takesPart(options, name)) return
      const runs: Spread[] = []
      for (let run = 0; run < options.runs; run++) {
        tell(`fan-out, ${name}, ${size}`)
        await using contender = await start()
        runs.push(await spread(name, contender, size, options))
      }
      const middle = middleOf(runs)
      found.push(middle)
      if (name === 'ours' && options.burst === 1)
        updateBytes = Math.max(1, Math.round(middle.updateBytes) - envelopeBytes)
    }
    await measure('ours', () => humuus(slidesPlan, { database, profile: options.profile }))
    for (const [name, server] of rivals) {
      await measure(name, () => rival(server, { updateBytes, profile: options.profile }))
    }
  }
  return found
}

async function spread(name: string, contender: Contender, size: number, options: Options): Promise<Spread> {
  const rounds = options.rounds ?? (options.short ? 5 : 20)
  const { subject } = contender
  const emptyBytes = await subject.rssBytes()
  const seats = await contender.enter(size, { looksOn: true })
  const lines = seats.map(({ line }) => line)
  // Once beforehand: what runs for the first time is compiled then.
  await allReached(lines, await contender.publish())
  const fullBytes = await subject.rssBytes()
  await subject.longestPauseMs()
  const before = await subject.cpuMs()
  const bytesBefore = lines.reduce((sum, { bytes }) => sum + bytes, 0)
  const lasts: number[] = []
  for (let round = 0; round < rounds; round++) {
    const began = performance.now()
    const mark = await contender.publish(options.burst)
    lasts.push((await allReached(lines, mark)) - began)
    // Ours lets one person do no more than 20 things a second.
    if (options.burst > 1) await pause(options.burst * restMs)
  }
  const cpuMs = (await subject.cpuMs()) - before
  const pauseMs = await subject.longestPauseMs()
  const deliveries = size * rounds * options.burst
  return {
    name,
    size,
    perCore: deliveries / cpuMs,
    lastMs: median(lasts),
    lastP99Ms: percentile(lasts, 0.99),
    pauseMs,
    kilobytes: (fullBytes - emptyBytes) / size / 1_024,
    updateBytes: (lines.reduce((sum, { bytes }) => sum + bytes, 0) - bytesBefore) / deliveries,
  }
}

const middleOf = (runs: readonly Spread[]): Spread => {
  const of = (field: 'perCore' | 'lastMs' | 'lastP99Ms' | 'pauseMs' | 'kilobytes' | 'updateBytes') =>
    median(runs.map((run) => run[field]))
  const [{ name, size } = { name: '', size: 0 }] = runs
  return {
    name,
    size,
    perCore: of('perCore'),
    lastMs: of('lastMs'),
    lastP99Ms: of('lastP99Ms'),
    pauseMs: of('pauseMs'),
    kilobytes: of('kilobytes'),
    updateBytes: of('updateBytes'),
  }
}

function table(size: number, burst: number, found: readonly Spread[]): Table {
  const rows = found.filter((one) => one.size === size)
  const ours = rows.find(({ name }) => name === 'ours')
  return {
    title: `Fan-out to ${size.toLocaleString('en')}${burst > 1 ? `, ${burst} updates in a tick` : ''}`,
    headings: [
      'way',
      'thousand deliveries/s and core',
      'ours is',
      'last one has it, ms',
      'p99 of that',
      'longest pause, ms',
      'kB per connection',
      'bytes per update',
    ],
    rows: rows.map((one) => [
      one.name,
      one.perCore,
      times(ours?.perCore ?? Number.NaN, one.perCore),
      one.lastMs,
      one.lastP99Ms,
      one.pauseMs,
      one.kilobytes,
      one.updateBytes,
    ]),
    notes: burst > 1 ? ['Bytes are per update; who joins those of a tick sends less than one message for each.'] : [],
  }
}
