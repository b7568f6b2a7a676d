import { expect, test } from 'vitest'
import { type Overview, totalsOf } from './totals.ts'

type Report = NonNullable<NonNullable<Overview['servers']>[number]['report']>

const quiet: Report = {
  startedAt: 0,
  eventLoopMs: { p50: 0, p99: 1 },
  memoryBytes: 1,
  sessions: { active: 1, lobby: 2, completed: 9 },
  people: 10,
  views: 12,
  versionsPerSecond: 1.5,
  appendMs: null,
}
const servers = (...reports: (Report | null)[]) =>
  reports.map((report, nth) => ({ id: String(nth), silentMs: 0, isThisOne: nth === 0, report }))

test('servers add up, and of times the worst one counts', () => {
  const busy = { ...quiet, versionsPerSecond: 40, appendMs: { p50: 3, p99: 9 }, eventLoopMs: { p50: 1, p99: 30 } }
  const slow = { ...quiet, appendMs: { p50: 2, p99: 50 } }
  expect(totalsOf({ servers: servers(quiet, busy, slow) })).toEqual({
    ...{ sessions: 9, people: 30, views: 36, versionsPerSecond: 43, loopMs: 30 },
    appendMs: { p50: 3, p99: 50 },
  })
})

test('a session that is over is not open, and where nothing was written there is no time for it', () => {
  expect(totalsOf({ servers: servers(quiet) })).toMatchObject({ sessions: 3, appendMs: null })
})

test('of servers that cannot be asked or understood nothing is made up', () => {
  expect(totalsOf({ servers: null })).toBeNull()
  expect(totalsOf({ servers: servers(null) })).toBeNull()
  expect(totalsOf({ servers: servers(null, quiet) })).toMatchObject({ people: 10 })
})
