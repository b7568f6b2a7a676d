import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pinned } from '../testing/sync/pinned.ts'
import { play } from '../testing/sync/play.ts'
import { schedule } from '../testing/sync/step.ts'
import { nothingYet } from '../testing/sync/what-happened.ts'

// A long one: HUMUUS_FUZZ_RUNS=5000 HUMUUS_FUZZ_SEED=7 npx vitest run --project server sync.fuzz
const runs = Number(process.env.HUMUUS_FUZZ_RUNS ?? 150)
const seed = Number(process.env.HUMUUS_FUZZ_SEED ?? 1)
const longestMs = 6 * 3_600_000

const happened = nothingYet()

test.each(Object.keys(pinned))('%s', (name) => play(pinned[name] ?? [], nothingYet()))

test(
  `seed ${seed}, ${runs} schedules of drops, copies, restarts and lost appends: what is acknowledged counts once, what is refused never, and all see what a fresh page shows`,
  () =>
    fc.assert(
      fc.asyncProperty(schedule, (steps) => play(steps, happened)),
      { seed, numRuns: runs },
    ),
  longestMs,
)

test('each thing that can go wrong did', () => {
  for (const [what, often] of Object.entries(happened)) expect(often, what).toBeGreaterThan(0)
})
