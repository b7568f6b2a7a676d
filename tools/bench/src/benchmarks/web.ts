import type { Options } from '../args.ts'
import { openBenchDatabase } from '../humuus/database.ts'
import { signIn } from '../humuus/people.ts'
import { pollPlan } from '../humuus/plans.ts'
import { Room } from '../humuus/room.ts'
import { startHumuus } from '../humuus/server.ts'
import { launchBrowser } from '../load/browser.ts'
import type { Table } from '../table.ts'
import { tell } from '../tell.ts'
import { firstLoad } from '../web/first-load.ts'
import { notesArrive } from '../web/notes.ts'
import { weights } from '../web/weights.ts'

/** What the web app weighs, how long a slow phone on a slow network waits for its first page, and whether it draws smoothly. */
export async function web(options: Options): Promise<Table[]> {
  const weighed = weights()
  await using database = await openBenchDatabase()
  const server = await startHumuus(database.url, { profile: options.profile })
  await using subject = server.subject
  const [host] = await signIn(database.client, 1, server.authSecret)
  if (host === undefined) throw new Error('nobody could be signed in')
  const room = await Room.open(server, host, pollPlan)
  const browser = await launchBrowser()
  try {
    tell('the join page')
    const loaded = await firstLoad(browser, subject, room, options.rounds ?? (options.short ? 1 : 5))
    tell('notes on a board')
    const count = options.sizes?.at(-1) ?? (options.short ? 30 : 300)
    return [weighed, loaded, await notesArrive(browser, server, { database, count })]
  } finally {
    await browser.close()
    room.cut()
  }
}
