import type { Page } from 'playwright-core'

interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  /** Time that the thread was at work, in µs. */
  readonly tdur?: number
}

const mark = 'page'

/**
 * For how long each of these pages was busy without a break while something happened, the longest first, in ms of its thread's
 * time: what else the machine does, and with how many cores, makes no difference.
 */
export async function tasksDuring(pages: readonly [Page, ...Page[]], during: () => Promise<void>): Promise<number[][]> {
  const [page] = pages
  // The whole browser is traced, whichever page asks for it.
  const tracing = await page.context().newCDPSession(page)
  const events: TraceEvent[] = []
  tracing.on('Tracing.dataCollected', ({ value }) => void events.push(...(value as unknown as TraceEvent[])))
  const complete = new Promise((resolve) => tracing.once('Tracing.tracingComplete', resolve))
  await tracing.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', 'blink.user_timing'] },
  })
  await during()
  for (const [nth, one] of pages.entries()) await one.evaluate((name) => void performance.mark(name), `${mark} ${nth}`)
  await tracing.send('Tracing.end')
  await complete
  await tracing.detach()
  return pages.map((_, nth) => tasksOf(events, `${mark} ${nth}`))
}

function tasksOf(events: readonly TraceEvent[], name: string): number[] {
  const here = events.find((event) => event.name === name)
  if (here === undefined) throw new Error(`${name} is not in the trace`)
  return events
    .filter(({ name, ph, pid, tid }) => ph === 'X' && name.endsWith('RunTask') && pid === here.pid && tid === here.tid)
    .map(({ tdur = 0 }) => tdur / 1_000)
    .sort((a, b) => b - a)
}
