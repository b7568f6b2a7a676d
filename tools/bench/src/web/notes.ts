import type { HumuusCommand } from '@humuus/workshop-engine'
import type { Browser, Page } from 'playwright-core'
import type { BenchDatabase } from '../humuus/database.ts'
import { signIn } from '../humuus/people.ts'
import { boardPlan } from '../humuus/plans.ts'
import { Room } from '../humuus/room.ts'
import type { HumuusServer } from '../humuus/server.ts'
import { pause } from '../load/until.ts'
import { percentile } from '../percentile.ts'
import type { Table } from '../table.ts'
import { countFrames, seen } from './onlooker.ts'
import { openPhone, openScreen, slowdown } from './slow-phone.ts'

/** A hall that writes at the same time: so many notes a second. */
const notesPerSecond = 30

/** Longer than this, and the next frame was missed: one and a half of them, at 60 in a second (ms). */
const missedMs = 25

/** Time for pages to settle, and to see how they draw when nothing happens (ms). */
const restMs = 2_000

interface Smoothness {
  readonly frames: readonly number[]
  readonly longTasks: readonly number[]
}

/** How smoothly a phone and a screen draw while a note arrives from each of so many people, and when nothing happens. */
export async function notesArrive(
  browser: Browser,
  server: HumuusServer,
  { database, count }: { readonly database: BenchDatabase; readonly count: number },
): Promise<Table> {
  const rows: Table['rows'][number][] = []
  for (const surface of ['phone', 'screen'] as const) {
    const { atRest, meanwhile } = await watchBoard(
      browser,
      server,
      surface,
      await signIn(database.client, count + 1, server.authSecret),
    )
    rows.push(row(`${surface}, at rest`, atRest), row(`${surface}, ${count} notes arrive`, meanwhile))
  }
  return {
    title: `${count} notes arrive on a board`,
    headings: ['page', 'frames/s', 'frame p50 ms', 'p95', 'slowest', 'missed, %', 'long tasks', 'longest ms'],
    rows,
    notes: [
      `${notesPerSecond} notes a second. The phone has a processor ${slowdown} times slower and shows every note, the screen has this machine's and shows 48.`,
      `A frame is missed where more than ${missedMs} ms lie between two; a long task takes more than 50 ms.`,
    ],
  }
}

async function watchBoard(
  browser: Browser,
  server: HumuusServer,
  surface: 'phone' | 'screen',
  [host, ...people]: Awaited<ReturnType<typeof signIn>>,
): Promise<{ atRest: Smoothness; meanwhile: Smoothness }> {
  if (host === undefined) throw new Error('nobody could be signed in')
  const room = await Room.open(server, host, boardPlan)
  const guests = await room.enter(people, false)
  const { context, page } =
    surface === 'phone' ? await openPhone(browser, { slowNetwork: false }) : await openScreen(browser)
  try {
    const { url } = server.subject
    if (surface === 'phone') await join(page, `${url}/s/${room.code}`)
    else await page.goto(`${url}/screen/${room.sessionId}#${room.screenKey}`)
    await room.start()
    await page.getByRole('heading', { name: 'What would you change?' }).waitFor()
    await pause(restMs)
    const atRest = await watched(page, () => pause(restMs))
    const meanwhile = await watched(page, async () => {
      for (const [index, guest] of guests.entries()) {
        void guest.wish(note(room.nodeId, index))
        await pause(1_000 / notesPerSecond)
      }
    })
    return { atRest, meanwhile }
  } finally {
    await context.close()
    room.cut()
  }
}

async function join(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await page.getByRole('button', { name: 'Join', exact: true }).click()
  await page.getByText('You are in.').waitFor()
}

const note = (nodeId: string, who: number): HumuusCommand => ({
  type: 'act',
  nodeId,
  node: 'whiteboard',
  act: { type: 'add', text: `${who + 1}: more light, fewer slides, and somebody who says why`, colour: 'yellow' },
})

async function watched(page: Page, meanwhile: () => Promise<void>): Promise<Smoothness> {
  await countFrames(page)
  await meanwhile()
  const { frames, longTasks } = await seen(page)
  return { frames, longTasks }
}

function row(name: string, { frames, longTasks }: Smoothness): Table['rows'][number] {
  const total = frames.reduce((sum, frame) => sum + frame, 0)
  return [
    name,
    (frames.length / total) * 1_000,
    percentile(frames, 0.5),
    percentile(frames, 0.95),
    Math.max(...frames),
    (100 * frames.filter((frame) => frame > missedMs).length) / frames.length,
    longTasks.length,
    Math.max(0, ...longTasks),
  ]
}
