import type { Browser } from 'playwright-core'
import type { Room } from '../humuus/room.ts'
import { median } from '../percentile.ts'
import type { Subject } from '../program/subject.ts'
import type { Table } from '../table.ts'
import { seen } from './onlooker.ts'
import { openPhone, slowdown } from './slow-phone.ts'
import { joinPageFiles } from './weights.ts'

/** Nobody types faster than this with one thumb (ms from digit to digit). */
const typing = { delay: 120 }

interface Load {
  readonly firstPaintMs: number
  readonly largestPaintMs: number
  readonly aliveMs: number
  readonly shift: number
  readonly kilobytes: number
  /** Ms until nothing is fetched any more. */
  readonly loadedMs: number
  readonly interactionMs: number
}

/** The join page on a slow phone, from its address to being in. */
export async function firstLoad(browser: Browser, server: Subject, room: Room, rounds: number): Promise<Table> {
  const found: Load[] = []
  for (let round = 0; round < rounds; round++) found.push(await load(browser, server, room))
  const of = (field: keyof Load) => median(found.map((one) => one[field]))
  return {
    title: 'The join page on a slow phone',
    headings: ['what', 'median'],
    rows: [
      ['first contentful paint, ms', of('firstPaintMs')],
      ['largest contentful paint, ms', of('largestPaintMs')],
      ['digits are taken, ms', of('aliveMs')],
      ['network idle (half a second without a request), ms', of('loadedMs')],
      ['fetched, kB', of('kilobytes')],
      ['cumulative layout shift', of('shift')],
      ['longest wait after a press: the code, the name, joining, ms', of('interactionMs')],
      [`server's CPU for the ${joinPageFiles().length} files of the page, ms`, await cpuOfServer(server)],
    ],
    notes: [
      `Slow 4G (150 ms, 1.6 Mbit/s down), a processor ${slowdown} times slower, nothing in the cache; ${rounds} loads.`,
    ],
  }
}

async function load(browser: Browser, server: Subject, room: Room): Promise<Load> {
  const { context, page, received } = await openPhone(browser, { slowNetwork: true })
  try {
    const began = performance.now()
    await page.goto(server.url, { waitUntil: 'networkidle' })
    const loadedMs = performance.now() - began
    const kilobytes = received() / 1_000
    // Paint is over as soon as somebody presses something.
    const { firstPaintMs, largestPaintMs, aliveMs, shift } = await seen(page)
    await page.keyboard.type(room.code, typing)
    await page.getByRole('textbox', { name: 'Your name here' }).press('End')
    await page.keyboard.type('!', typing)
    await page.getByRole('button', { name: 'Join', exact: true }).click()
    await page.getByText('You are in.').waitFor()
    const { interactionMs } = await seen(page)
    return { firstPaintMs, largestPaintMs, aliveMs, shift, loadedMs, kilobytes, interactionMs }
  } finally {
    await context.close()
  }
}

/** Fetched as browsers do, again and again. */
async function cpuOfServer(server: Subject, loads = 30): Promise<number> {
  const headers = { accept: 'text/html,*/*', 'accept-encoding': 'gzip, deflate, br' }
  const fetchAll = async () => {
    for (const file of joinPageFiles()) await (await fetch(server.url + file, { headers })).arrayBuffer()
  }
  await fetchAll()
  const before = await server.cpuMs()
  for (let load = 0; load < loads; load++) await fetchAll()
  return ((await server.cpuMs()) - before) / loads
}
