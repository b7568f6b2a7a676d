import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import type { CDPSession } from 'playwright-core'
import type { Options } from '../args.ts'
import { openBenchDatabase } from '../humuus/database.ts'
import { startHumuus } from '../humuus/server.ts'
import { launchBrowser } from '../load/browser.ts'
import { median } from '../percentile.ts'
import type { Table } from '../table.ts'

const dist = fileURLToPath(new URL('../../../../apps/web/dist', import.meta.url))

/** What a phone that enters, takes part, leads or shows has to fetch first. */
const pages = {
  'join page': 'src/join/JoinPage.tsx',
  'participant page': 'src/participant/ParticipantPage.tsx',
  console: 'src/host/HostPage.tsx',
  screen: 'src/screen/ScreenPage.tsx',
} as const

/** A phone of the lower middle on a bad day. */
const slow4g = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 }
const slowdown = 4

interface Chunk {
  readonly file: string
  readonly imports?: readonly string[]
}

/** What the web app weighs, and how long a slow phone on a slow network waits for the first page. */
export async function web(options: Options): Promise<Table[]> {
  if (!existsSync(`${dist}/.vite/manifest.json`)) throw new Error('the web app is not built: pnpm build does that')
  return [weights(), await loads(options.rounds ?? (options.short ? 1 : 5))]
}

function weights(): Table {
  const manifest = JSON.parse(readFileSync(`${dist}/.vite/manifest.json`, 'utf8')) as Record<string, Chunk>
  const known = Object.entries(pages).filter(([, source]) => manifest[source] !== undefined)
  const rows = known.map(([name, source]) => {
    const files = [...new Set(['index.html', source].flatMap((entry) => [...closure(manifest, entry)]))]
    return [name, files.length, ...sizes(files)] as const
  })
  const all = readdirSync(`${dist}/assets`).filter((name) => name.endsWith('.js'))
  const everything = ['all of it', all.length, ...sizes(all.map((name) => `assets/${name}`))] as const
  return { title: 'JavaScript, kB', headings: ['page', 'files', 'plain', 'gzip'], rows: [...rows, everything] }
}

/** A chunk and all that it imports at once. */
function closure(manifest: Record<string, Chunk>, name: string, found = new Set<string>()): Set<string> {
  const chunk = manifest[name]
  if (chunk === undefined || found.has(chunk.file)) return found
  found.add(chunk.file)
  for (const imported of chunk.imports ?? []) closure(manifest, imported, found)
  return found
}

function sizes(files: readonly string[]): [plain: number, gzip: number] {
  const bytes = files.map((file) => readFileSync(`${dist}/${file}`))
  const sum = (of: (file: Buffer) => number) => bytes.reduce((total, file) => total + of(file), 0) / 1_000
  return [sum((file) => file.length), sum((file) => gzipSync(file).length)]
}

interface Load {
  /** Ms until the largest thing is painted, and until nothing is fetched any more. */
  readonly largestPaintMs: number
  readonly loadedMs: number
  /** As it came over the network. */
  readonly kilobytes: number
  /** Ms between frames while nothing happens: the slowest of a second. */
  readonly slowestFrameMs: number
}

async function loads(rounds: number): Promise<Table> {
  await using database = await openBenchDatabase()
  const { subject } = await startHumuus(database.url)
  await using server = subject
  const browser = await launchBrowser()
  const found: Load[] = []
  try {
    for (let round = 0; round < rounds; round++) {
      const context = await browser.newContext({
        viewport: { width: 390, height: 844 },
        isMobile: true,
        hasTouch: true,
      })
      const page = await context.newPage()
      const devtools = await context.newCDPSession(page)
      await throttle(devtools)
      const received = bytesOf(devtools)
      const began = performance.now()
      await page.goto(server.url, { waitUntil: 'networkidle' })
      const loadedMs = performance.now() - began
      const { paint, frame } = await page.evaluate<{ paint: number; frame: number }>(inPage)
      found.push({ largestPaintMs: paint, loadedMs, kilobytes: received() / 1_000, slowestFrameMs: frame })
      await context.close()
    }
  } finally {
    await browser.close()
  }
  const of = (field: keyof Load) => median(found.map((load) => load[field]))
  return {
    title: 'The join page on a slow phone',
    headings: ['what', 'median'],
    rows: [
      ['largest contentful paint, ms', of('largestPaintMs')],
      ['network idle (half a second without a request), ms', of('loadedMs')],
      ['fetched, kB', of('kilobytes')],
      ['slowest frame of a second, ms', of('slowestFrameMs')],
    ],
    notes: [
      `Slow 4G (150 ms, 1.6 Mbit/s down), a processor ${slowdown} times slower, nothing in the cache; ${rounds} loads.`,
    ],
  }
}

async function throttle(devtools: CDPSession): Promise<void> {
  await devtools.send('Network.enable')
  await devtools.send('Network.emulateNetworkConditions', slow4g)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
}

/** Counts what comes over the network from now on, headers included. */
function bytesOf(devtools: CDPSession): () => number {
  let bytes = 0
  devtools.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength
  })
  return () => bytes
}

/** Runs in the page. It is text because this package knows no DOM. */
const inPage = `new Promise((resolve) => {
  new PerformanceObserver((list) => {
    const paint = list.getEntries().at(-1)?.startTime ?? NaN
    let before = performance.now()
    let frame = 0
    const end = before + 1000
    const look = (now) => {
      frame = Math.max(frame, now - before)
      before = now
      if (now < end) requestAnimationFrame(look)
      else resolve({ paint, frame })
    }
    requestAnimationFrame((now) => { before = now; requestAnimationFrame(look) })
  }).observe({ type: 'largest-contentful-paint', buffered: true })
})`
