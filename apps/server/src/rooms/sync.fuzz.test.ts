import fc from 'fast-check'
import { expect, test } from 'vitest'
import { play } from '../testing/sync/play.ts'
import { schedule } from '../testing/sync/step.ts'
import { nothingYet } from '../testing/sync/what-happened.ts'

/** `HUMUUS_FUZZ_RUNS=5000 HUMUUS_FUZZ_SEED=7 npx vitest run --project server sync.fuzz` for a long one. */
const runs = Number(process.env.HUMUUS_FUZZ_RUNS ?? 60)
const seed = Number(process.env.HUMUUS_FUZZ_SEED ?? 1)

const happened = nothingYet()

test(`seed ${seed}, ${runs} schedules of drops, copies, restarts and lost appends: what was acknowledged counts once, what was refused does not, and everybody sees what a fresh page shows`, async () => {
  await fc.assert(
    fc.asyncProperty(schedule, (steps) => play(steps, happened)),
    { seed, numRuns: runs },
  )
}, 3_600_000)

test('and all of that did happen', () => {
  console.log(happened)
  for (const [what, often] of Object.entries(happened)) expect(often, what).toBeGreaterThan(0)
})
