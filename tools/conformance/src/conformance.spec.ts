import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownSystem } from './own-system.ts'
import { play } from './play.ts'
import { scenarios } from './scenarios/index.ts'

let system: Awaited<ReturnType<typeof ownSystem>>

beforeAll(async () => {
  system = await ownSystem()
})
afterAll(() => system?.[Symbol.asyncDispose]())

test('there are twelve scenarios', () => {
  expect(scenarios.map(({ id }) => id)).toEqual(Array.from({ length: 12 }, (_, index) => `C${index + 1}`))
})

test.each(scenarios)('$id: $title', async (scenario) => {
  expect(await play(scenario, system)).toMatchObject({ id: scenario.id, verdict: 'passed' })
  expect(system.rig.deaths).toEqual([])
})
